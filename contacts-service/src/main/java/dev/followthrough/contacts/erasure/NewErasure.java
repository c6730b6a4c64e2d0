package dev.followthrough.contacts.erasure;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be erased: one contact, or everything of the owner. */
record NewErasure(
    @Schema(description = "The contact to forget, present or removed.") UUID contactId,
    @Schema(description = "True to erase everything of the owner, in every service.")
        Boolean everything)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (Boolean.FALSE.equals(everything)) {
      faults.add("/everything", "only-true", "is true or left out");
    } else if ((contactId == null) == (everything == null)) {
      faults.add("", "one-of", "names either contactId or everything");
    }
  }
}
