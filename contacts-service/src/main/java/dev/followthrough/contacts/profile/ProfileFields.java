package dev.followthrough.contacts.profile;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner says of themselves. */
record ProfileFields(
    @Schema(description = "The IANA time zone in which the owner lives.") @NotNull ZoneId timeZone,
    @Schema(description = "What the owner does now, in their own words.") @Size(max = 1000)
        String whatIDoNow,
    @Schema(
            description =
                "Since when; contacts not told since are listed. Absent when the words change:"
                    + " now. Not after now.")
        Instant whatIDoNowSince,
    @Size(max = 1000) String whatIStandFor,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> offers,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> needs,
    QuietHours quietHours,
    Rhythm rhythm,
    @Schema(description = "The country (ISO 3166-1) whose national phone numbers are meant.")
        @Size(max = 2)
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String region,
    @Schema(description = "The areas of work that commitments can belong to.") @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> areas)
    implements Checked {

  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  static ProfileFields in(ZoneId zone) {
    return new ProfileFields(zone, null, null, null, null, null, null, null, null, null);
  }

  @Override
  public void check(Faults faults) {
    if (whatIDoNow != null && whatIDoNow.isBlank()) {
      faults.add("/whatIDoNow", "not-blank", "must have words; null clears it");
    }
    if (whatIDoNow == null && whatIDoNowSince != null) {
      faults.add("/whatIDoNowSince", "only-with-words", "belongs to whatIDoNow");
    }
    if (region != null && region.matches("[A-Z]{2}") && !REGIONS.contains(region)) {
      faults.add("/region", "region", "must be a country by ISO 3166-1, such as DE");
    }
    distinct("/areas", areas, faults);
  }

  ProfileFields movedTo(ZoneId zone) {
    return new ProfileFields(
        zone,
        whatIDoNow,
        whatIDoNowSince,
        whatIStandFor,
        offers,
        needs,
        quietHours,
        rhythm,
        region,
        areas);
  }

  /** The same; what the owner does now they do since then. */
  ProfileFields since(Instant since) {
    return new ProfileFields(
        timeZone,
        whatIDoNow,
        since,
        whatIStandFor,
        offers,
        needs,
        quietHours,
        rhythm,
        region,
        areas);
  }

  private static void distinct(String pointer, List<String> items, Faults faults) {
    var seen = new HashSet<String>();
    for (var i = 0; items != null && i < items.size(); i++) {
      if (items.get(i) != null && !seen.add(items.get(i).strip().toLowerCase(Locale.ROOT))) {
        faults.add(pointer + "/" + i, "distinct", "is named twice");
      }
    }
  }
}
