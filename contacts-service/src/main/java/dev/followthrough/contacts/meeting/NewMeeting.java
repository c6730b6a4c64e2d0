package dev.followthrough.contacts.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.contacts.contact.Practice;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** A meeting as it is recorded: still to come, or already held. */
public record NewMeeting(
    @NotNull MeetingKind kind,
    @NotNull NewMeetingStatus status,
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

  public enum NewMeetingStatus {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("held")
    HELD
  }

  @Override
  public void check(Faults faults) {
    fields().check(faults);
    if (!held() && answers != null && !answers.isEmpty()) {
      faults.add("/answers", "only-held", "belongs to a meeting that took place");
    }
  }

  boolean held() {
    return status == NewMeetingStatus.HELD;
  }

  MeetingFields fields() {
    return new MeetingFields(
        kind, contactIds, startsAt, endsAt, place, link, topics, notes, practice, goalIds, answers);
  }
}
