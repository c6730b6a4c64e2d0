package dev.followthrough.notifications.policy;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the owner is reminded before something ends. */
public record LeadReminders(
    @NotNull @Schema(description = "Whether there are any.") Boolean on,
    @NotNull
        @Size(max = 5)
        @Schema(
            description = "How long before its end, as ISO 8601 durations up to PT168H.",
            examples = "[\"PT168H\", \"PT24H\"]")
        List<@NotBlank @Size(max = 12) String> before)
    implements Checked {

  @Override
  public void check(Faults faults) {
    Leads.check(before, "/before", faults);
  }

  /** The leads that hold, the longest first; none when it is off. */
  public List<Duration> leads() {
    return on ? Leads.of(before) : List.of();
  }
}
