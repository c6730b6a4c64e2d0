package dev.followthrough.notifications.smtp;

import dev.followthrough.notifications.smtp.SmtpConfig.Protection;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The mail server that is used. It is the operator's own configuration, so that it may lie in any
 * network, unlike what owners name.
 *
 * @param user null for none
 * @param publicUrl without a slash at its end
 */
public record SmtpServer(
    String host,
    int port,
    String user,
    String password,
    Protection protection,
    String from,
    String publicUrl) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String PATIENCE_MILLIS = "10000";

  /**
   * As it is configured; empty without a host.
   *
   * @throws IllegalStateException that names the setting, when something is missing or wrong
   */
  static Optional<SmtpServer> of(SmtpConfig config) {
    if (config.host().isEmpty()) {
      return Optional.empty();
    }
    if (config.user().isPresent() != config.password().isPresent()) {
      throw fault("user and followthrough.email.password go together");
    }
    var from = config.from().orElseThrow(() -> fault("from must say what address mails are from"));
    if (!from.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+")) {
      throw fault("from must be one address, such as reminders@example.org");
    }
    return Optional.of(
        new SmtpServer(
            config.host().get(),
            config.port(),
            config.user().orElse(null),
            config.password().orElse(null),
            config.protection(),
            from,
            publicUrl(config)));
  }

  private static String publicUrl(SmtpConfig config) {
    var said =
        config
            .publicUrl()
            .orElseThrow(() -> fault("public-url must say where the API is reached from outside"));
    try {
      var url = URI.create(said.replaceAll("/+$", ""));
      if (url.getHost() != null
          && url.getQuery() == null
          && ("https".equals(url.getScheme())
              || "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()))
          && url.toString().length() <= 200) {
        return url.toString();
      }
    } catch (IllegalArgumentException _) {
      // the same fault
    }
    throw fault(
        "public-url must be an https URL such as https://api.example.org (http on loopback alone)");
  }

  private static IllegalStateException fault(String sentence) {
    return new IllegalStateException("followthrough.email." + sentence + ".");
  }

  /** The domain that ids of messages belong to. */
  public String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  /** What the library goes by. A pause of the server ends a try; the caller limits the whole. */
  Properties properties() {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", Boolean.toString(user != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(protection == Protection.TLS));
    var startTls = Boolean.toString(protection == Protection.STARTTLS);
    properties.put("mail.smtp.starttls.enable", startTls);
    properties.put("mail.smtp.starttls.required", startTls);
    return properties;
  }

  @Override
  public String toString() {
    return "SmtpServer[%s:%d]".formatted(host, port);
  }
}
