package dev.followthrough.notifications.policy;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the owner is reminded of promises of one side. */
public record PromiseReminders(
    @NotNull @Schema(description = "Whether there are any.") Boolean on,
    @NotNull
        @Size(max = 5)
        @Schema(
            description = "How long before the deadline, as ISO 8601 durations up to PT168H.",
            examples = "[\"PT24H\", \"PT2H\"]")
        List<@NotBlank @Size(max = 12) String> before,
    @NotNull @Schema(description = "Whether one comes after a miss.") Boolean afterMiss)
    implements Checked {

  @Override
  public void check(Faults faults) {
    Leads.check(before, "/before", faults);
  }

  /** The leads that hold, each once; none when it is off. */
  List<Duration> leads() {
    return on ? Leads.of(before) : List.of();
  }

  boolean afterMisses() {
    return on && afterMiss;
  }
}
