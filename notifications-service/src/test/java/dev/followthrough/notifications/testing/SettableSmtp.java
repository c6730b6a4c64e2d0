package dev.followthrough.notifications.testing;

import dev.followthrough.notifications.smtp.ConfiguredSmtp;
import dev.followthrough.notifications.smtp.SmtpConfig.Protection;
import dev.followthrough.notifications.smtp.SmtpServer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/** A mail server that a test can configure; without that there is none, as by default. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableSmtp extends ConfiguredSmtp {

  public static final String PUBLIC_URL = "https://api.followthrough.example";

  private volatile SmtpServer server;

  SettableSmtp() {
    super(Optional.empty());
  }

  @Override
  public Optional<SmtpServer> server() {
    return Optional.ofNullable(server);
  }

  public void use(int port) {
    server = at(port, Protection.NONE);
  }

  public void off() {
    server = null;
  }

  public static SmtpServer at(int port, Protection protection) {
    return new SmtpServer(
        "127.0.0.1", port, null, null, protection, "reminders@followthrough.example", PUBLIC_URL);
  }
}
