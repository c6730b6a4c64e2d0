package dev.followthrough.notifications.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The operator's mail server. Without a host nothing is ever mailed. */
@ConfigMapping(prefix = "followthrough.email")
public interface SmtpConfig {

  /** How the connection is protected. */
  enum Protection {
    /**
     * Begun in the clear and secured before anything is said; refused where that is not offered.
     */
    STARTTLS,
    /** Secured from the first byte. */
    TLS,
    /** Not at all: for a server on this machine. */
    NONE
  }

  Optional<String> host();

  @WithDefault("587")
  int port();

  /** Absent for a server that asks for none. */
  Optional<String> user();

  Optional<String> password();

  @WithDefault("starttls")
  Protection protection();

  /** The address that mails are from, needed with a host. */
  Optional<String> from();

  /**
   * Where the API is reached from outside, such as {@code https://api.example.org}: the links by
   * which a reader unsubscribes begin with it. Needed with a host.
   */
  Optional<String> publicUrl();
}
