package dev.followthrough.notifications.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.secret.SecretBox;
import dev.followthrough.platform.secret.SecretContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals to the owner what a mail will have to say again if it is sent again. */
@ApplicationScoped
class EmailSecrets {

  private final SecretBox box;

  EmailSecrets(SecretBox box) {
    this.box = box;
  }

  String seal(ConfirmationCode code) {
    return box.seal(code.text().getBytes(UTF_8), context("confirmation-code"));
  }

  ConfirmationCode openCode(String sealed) {
    return new ConfirmationCode(new String(box.open(sealed, context("confirmation-code")), UTF_8));
  }

  String seal(RandomToken token) {
    return box.seal(token.text().getBytes(UTF_8), context("unsubscribe-token"));
  }

  String openToken(String sealed) {
    return new String(box.open(sealed, context("unsubscribe-token")), UTF_8);
  }

  private static SecretContext context(String purpose) {
    return new SecretContext(CurrentOwner.require(), "email-address", purpose);
  }
}
