package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Practice;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What an owner says of a meeting, and may change while it is scheduled. */
record MeetingFields(
    @NotNull MeetingKind kind,
    @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> contactIds,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @Size(max = 200) String place,
    @Size(max = 2000)
        @Pattern(regexp = "https?://[^\\s]+", message = "must be an http or https address")
        String link,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> topics,
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 10000) String notes,
    Practice practice,
    @Schema(description = "The goals that the meeting serves.")
        @Size(max = 10)
        @UniqueElements(message = "must name each goal once")
        List<@NotNull UUID> goalIds,
    @Schema(
            description =
                "Touches that were answered in it, of either side: of people who took part, not after"
                    + " its end. Only once it is held.")
        @Size(max = 50)
        @UniqueElements(message = "must name each touch once")
        List<@NotNull UUID> answers)
    implements Checked {

  static final Duration LONGEST = Duration.ofHours(24);
  static final Duration LONGEST_EVENT = Duration.ofDays(31);

  @Override
  public void check(Faults faults) {
    checkTimes(faults);
    checkPeople(faults);
  }

  private void checkTimes(Faults faults) {
    if (startsAt == null || endsAt == null) {
      return;
    }
    var longest = kind == MeetingKind.EVENT ? LONGEST_EVENT : LONGEST;
    if (!endsAt.isAfter(startsAt)) {
      faults.add("/endsAt", "after-start", "must be after startsAt");
    } else if (Duration.between(startsAt, endsAt).compareTo(longest) > 0) {
      faults.add(
          "/endsAt",
          "longest",
          "must be at most %d hours after startsAt".formatted(longest.toHours()));
    }
  }

  private void checkPeople(Faults faults) {
    if (contactIds == null) {
      return;
    }
    if (kind == MeetingKind.ONE_ON_ONE && contactIds.size() > 1) {
      faults.add("/contactIds", "one-contact", "a one-on-one is with exactly one contact");
    }
    var seen = new HashSet<UUID>();
    for (var i = 0; i < contactIds.size(); i++) {
      if (contactIds.get(i) != null && !seen.add(contactIds.get(i))) {
        faults.add("/contactIds/" + i, "distinct", "is named twice");
      }
    }
  }

  List<UUID> answersOrNone() {
    return answers == null ? List.of() : answers;
  }

  boolean practiceOff() {
    return practice != null && practice.leavesOut();
  }
}
