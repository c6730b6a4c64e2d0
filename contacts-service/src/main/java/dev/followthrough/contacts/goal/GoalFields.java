package dev.followthrough.contacts.goal;

import dev.followthrough.events.GoalStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of a goal. */
record GoalFields(
    @NotBlank @Size(max = 500) String words,
    @Schema(description = "The day by which it is to be reached.") LocalDate byWhen,
    @Schema(description = "Absent: open.") GoalStatus status) {

  GoalStatus statusOrOpen() {
    return status == null ? GoalStatus.OPEN : status;
  }
}
