package dev.followthrough.contacts.bulk;

import dev.followthrough.contacts.detail.Adjustment;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change for many contacts. */
record BulkChange(
    @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> contactIds,
    @Size(max = 50) List<@NotBlank @Size(max = 50) String> addTags,
    @Size(max = 50) List<@NotBlank @Size(max = 50) String> removeTags,
    Circle circle,
    @Schema(description = "After how many days to be in touch again; 0 for never.")
        @Min(0)
        @Max(730)
        Integer cadenceDays,
    @Schema(description = "True to go back to the cadence of the circle.") Boolean resetCadence)
    implements Checked {

  @Override
  public void check(Faults faults) {
    checkIds(faults);
    if (removeTags != null && addTags != null) {
      for (var i = 0; i < removeTags.size(); i++) {
        if (removeTags.get(i) != null && addTags.contains(removeTags.get(i))) {
          faults.add("/removeTags/" + i, "add-or-remove", "is among those to add as well");
        }
      }
    }
    if (Boolean.FALSE.equals(resetCadence)) {
      faults.add("/resetCadence", "only-true", "is true or left out");
    } else if (resetCadence != null && cadenceDays != null) {
      faults.add("/resetCadence", "one-of", "does not go with cadenceDays");
    }
    if (isEmpty(addTags)
        && isEmpty(removeTags)
        && circle == null
        && cadenceDays == null
        && resetCadence == null) {
      faults.add("", "some-change", "names nothing to change");
    }
  }

  private void checkIds(Faults faults) {
    if (contactIds == null) {
      return;
    }
    var seen = new HashSet<UUID>();
    for (var i = 0; i < contactIds.size(); i++) {
      if (contactIds.get(i) != null && !seen.add(contactIds.get(i))) {
        faults.add("/contactIds/" + i, "distinct", "is named twice");
      }
    }
  }

  Adjustment adjustment() {
    var cadence =
        cadenceDays == null && resetCadence == null ? null : Optional.ofNullable(cadenceDays);
    return new Adjustment(list(addTags), list(removeTags), circle, cadence);
  }

  private static boolean isEmpty(List<String> tags) {
    return tags == null || tags.isEmpty();
  }

  private static List<String> list(List<String> tags) {
    return tags == null ? List.of() : tags;
  }
}
