package dev.followthrough.platform.things;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the platform's tests make, change and list: one field of each kind. */
final class Thing {

  private Thing() {}

  enum Colour {
    @JsonProperty("red")
    RED,
    @JsonProperty("deepBlue")
    DEEP_BLUE
  }

  record Place(@NotBlank @Size(max = 50) String city, @Size(max = 10) String code) {}

  record Label(@NotBlank @Size(max = 20) String text, Boolean shown) {}

  record ThingFields(
      @NotBlank @Size(max = 100) String name,
      @Size(max = 500) String note,
      @NotNull Colour colour,
      @Min(0) @Max(1000) Integer size,
      Instant startsAt,
      Instant endsAt,
      LocalDate day,
      UUID other,
      @Size(max = 3) @Pattern(regexp = "[a-z]{2,3}") String language,
      Place place,
      @Size(max = 3) List<@NotBlank @Size(max = 30) String> tags,
      @Size(max = 3) List<Label> labels)
      implements Checked {

    @Override
    public void check(Faults faults) {
      if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
        faults.add("/endsAt", "after-start", "must be after startsAt");
      }
    }
  }

  record ThingView(
      @NotNull UUID id,
      @NotBlank String name,
      String note,
      @NotNull Colour colour,
      Integer size,
      Instant startsAt,
      Instant endsAt,
      LocalDate day,
      UUID other,
      String language,
      Place place,
      @NotNull List<String> tags,
      @NotNull List<Label> labels) {

    static ThingView of(UUID id, ThingFields f) {
      return new ThingView(
          id,
          f.name(),
          f.note(),
          f.colour(),
          f.size(),
          f.startsAt(),
          f.endsAt(),
          f.day(),
          f.other(),
          f.language(),
          f.place(),
          f.tags() == null ? List.of() : f.tags(),
          f.labels() == null ? List.of() : f.labels());
    }
  }

  record Reason(@NotBlank @Size(max = 200) String because) {}
}
