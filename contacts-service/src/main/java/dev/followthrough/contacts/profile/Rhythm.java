package dev.followthrough.contacts.profile;

import dev.followthrough.events.Digest;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.Weekday;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of their network the owner wants on a day, and when they want to hear of it. */
record Rhythm(
    @Schema(description = "The daily budget for keeping in touch. Absent: 5.") @Min(1) @Max(100)
        Integer touchesPerDay,
    @Schema(description = "Absent: daily.") Digest digest,
    @Schema(description = "In the owner's zone. Absent: 08:00.") LocalTime digestAt,
    @Schema(description = "The day of a weekly digest. Absent: monday.") Weekday digestOn) {

  private static final Rhythm USUAL =
      new Rhythm(5, Digest.DAILY, LocalTime.of(8, 0), Weekday.MONDAY);

  /** What holds: what is said, and the usual for what is not. */
  static Rhythm of(Rhythm said) {
    return said == null
        ? USUAL
        : new Rhythm(
            said.touchesPerDay == null ? USUAL.touchesPerDay : said.touchesPerDay,
            said.digest == null ? USUAL.digest : said.digest,
            said.digestAt == null ? USUAL.digestAt : said.digestAt,
            said.digestOn == null ? USUAL.digestOn : said.digestOn);
  }

  OwnerRhythm told() {
    return new OwnerRhythm(touchesPerDay, digest, digestAt.toString(), digestOn);
  }
}
