package dev.followthrough.notifications.smtp;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The mail server, if the operator has configured one; a service with half of one does not start.
 */
@Startup
@ApplicationScoped
public class ConfiguredSmtp {

  private final Optional<SmtpServer> server;

  @Inject
  ConfiguredSmtp(SmtpConfig config) {
    this(SmtpServer.of(config));
  }

  protected ConfiguredSmtp(Optional<SmtpServer> server) {
    this.server = server;
  }

  public Optional<SmtpServer> server() {
    return server;
  }
}
