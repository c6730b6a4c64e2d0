package dev.followthrough.platform.outgoing;

/**
 * A URL that no request goes to, told by its spelling alone. {@link #rule} is the rule it breaks,
 * in the words of a problem's {@code rule} member; the message is a sentence for the caller.
 * Neither repeats the URL, which may hold a password.
 */
public final class RefusedUrl extends Exception {

  private static final long serialVersionUID = 1L;

  static final String ABSOLUTE_URL = "absolute-url";
  static final String MAX_LENGTH = "max-length";
  static final String ALLOWED_CHARACTERS = "allowed-characters";
  static final String ALLOWED_SCHEME = "allowed-scheme";
  static final String NO_USERINFO = "no-userinfo";
  static final String ALLOWED_PORT = "allowed-port";
  static final String NO_FRAGMENT = "no-fragment";
  static final String HOST_NAME = "host-name";
  static final String NO_TRAILING_DOT = "no-trailing-dot";
  static final String PLAIN_IP_LITERAL = "plain-ip-literal";
  static final String NO_ZONE_ID = "no-zone-id";
  static final String PUBLIC_ADDRESS = "public-address";

  private final String rule;

  RefusedUrl(String rule, String sentence) {
    super(sentence);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
