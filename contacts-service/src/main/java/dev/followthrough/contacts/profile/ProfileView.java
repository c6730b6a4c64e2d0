package dev.followthrough.contacts.profile;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The owner's profile as a client reads it. */
record ProfileView(
    @NotNull ZoneId timeZone,
    String whatIDoNow,
    Instant whatIDoNowSince,
    String whatIStandFor,
    @NotNull List<String> offers,
    @NotNull List<String> needs,
    QuietHours quietHours,
    @NotNull Rhythm rhythm,
    String region,
    @NotNull List<String> areas) {

  static ProfileView of(Profile profile) {
    var f = profile.fields();
    return new ProfileView(
        f.timeZone(),
        f.whatIDoNow(),
        f.whatIDoNowSince(),
        f.whatIStandFor(),
        list(f.offers()),
        list(f.needs()),
        f.quietHours(),
        Rhythm.of(f.rhythm()),
        f.region(),
        list(f.areas()));
  }

  private static List<String> list(List<String> items) {
    return items == null ? List.of() : items;
  }
}
