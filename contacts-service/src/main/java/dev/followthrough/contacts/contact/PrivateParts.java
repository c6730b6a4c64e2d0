package dev.followthrough.contacts.contact;

import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** Caveats and notes: who may not read them may not write them either. */
@ApplicationScoped
public class PrivateParts {

  private static final String SCOPE = "contacts:private";

  private final Credential credential;

  PrivateParts(Credential credential) {
    this.credential = credential;
  }

  public boolean mayBeRead() {
    return credential.scopes().contains(SCOPE);
  }

  /** Refuses a call that writes them without the scope. */
  public void requireScope(boolean written) {
    if (written && !mayBeRead()) {
      throw Problems.MISSING_SCOPE
          .because("Notes and caveats are written with the scope %s only.".formatted(SCOPE))
          .with("scope", SCOPE)
          .header(
              "WWW-Authenticate",
              "Bearer realm=\"followthrough\", error=\"insufficient_scope\", scope=\"%s\""
                  .formatted(SCOPE));
    }
  }
}
