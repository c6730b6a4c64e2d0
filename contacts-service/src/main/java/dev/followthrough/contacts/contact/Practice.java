package dev.followthrough.contacts.contact;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whether the 1:1:1 is practised, with a contact or in a meeting. Off it is only with a reason: a
 * family lunch.
 */
public record Practice(@NotNull Boolean off, @Size(max = 200) String reason) implements Checked {

  @Override
  public void check(Faults faults) {
    if (Boolean.TRUE.equals(off) && (reason == null || reason.isBlank())) {
      faults.add("/reason", "required", "is required when the practice is off");
    }
  }

  /** No getter's name: the document would say that {@code off} is never answered. */
  public boolean leavesOut() {
    return Boolean.TRUE.equals(off);
  }
}
