package dev.followthrough.platform.outgoing;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL in the one spelling that is checked, connected to and sent: lower-case scheme, ASCII host
 * (IPv6 in brackets), the port always known, and the path with its query. Whatever two parsers
 * could read differently is refused rather than mended.
 *
 * @param literal the address when the host is one rather than a name
 */
public record OutgoingUrl(
    String scheme, String host, int port, String target, Optional<InetAddress> literal) {

  static final int MAX_LENGTH = 2048;

  private static final Pattern START = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern TARGET =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

  /** Reads an absolute http or https URL; which of them may be used is the policy's to say. */
  static OutgoingUrl parse(String text) throws RefusedUrl {
    refuseLengthAndCharacters(text);
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      throw new RefusedUrl(
          RefusedUrl.ABSOLUTE_URL, "Write the whole URL, such as https://example.org/hook.");
    }
    String scheme = start.group(1).toLowerCase(Locale.ROOT);
    int defaultPort = defaultPort(scheme);
    String authority = start.group(2);
    if (authority.indexOf('@') >= 0) {
      throw new RefusedUrl(
          RefusedUrl.NO_USERINFO, "The URL must not hold a user name or password.");
    }
    int hostEnd = hostEnd(authority);
    var host = HostSpelling.read(authority.substring(0, hostEnd));
    int port = port(authority.substring(hostEnd), defaultPort);
    String target = target(text.substring(start.end()));
    return new OutgoingUrl(scheme, host.text(), port, target, host.literal());
  }

  boolean secure() {
    return scheme.equals("https");
  }

  /** Host and, where it is not the scheme's own, port: the value of the Host header. */
  public String authority() {
    boolean usual = port == (secure() ? 443 : 80);
    return usual ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + authority() + target;
  }

  private static void refuseLengthAndCharacters(String text) throws RefusedUrl {
    if (text == null || text.isEmpty()) {
      throw new RefusedUrl(RefusedUrl.ABSOLUTE_URL, "The URL is empty.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new RefusedUrl(
          RefusedUrl.MAX_LENGTH, "The URL is longer than " + MAX_LENGTH + " characters.");
    }
    // A backslash is a slash to some parsers, white space ends a URL or vanishes for others.
    boolean odd =
        text.codePoints()
            .anyMatch(
                c ->
                    c == '\\'
                        || c <= 0x20
                        || Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.SURROGATE);
    if (odd) {
      throw new RefusedUrl(
          RefusedUrl.ALLOWED_CHARACTERS,
          "The URL holds a space, a control character or a backslash.");
    }
  }

  private static int defaultPort(String scheme) throws RefusedUrl {
    return switch (scheme) {
      case "https" -> 443;
      case "http" -> 80;
      default ->
          throw new RefusedUrl(
              RefusedUrl.ALLOWED_SCHEME, "The URL's scheme is not one that requests go out by.");
    };
  }

  private static int hostEnd(String authority) {
    int from = authority.startsWith("[") ? Math.max(authority.indexOf(']'), 0) : 0;
    int colon = authority.indexOf(':', from);
    return colon < 0 ? authority.length() : colon;
  }

  private static int port(String text, int defaultPort) throws RefusedUrl {
    if (text.isEmpty()) {
      return defaultPort;
    }
    String digits = text.substring(1);
    if (!PORT.matcher(digits).matches() || Integer.parseInt(digits) > 65535) {
      throw new RefusedUrl(
          RefusedUrl.ALLOWED_PORT, "The URL's port is not a plain number from 1 to 65535.");
    }
    return Integer.parseInt(digits);
  }

  private static String target(String rest) throws RefusedUrl {
    if (rest.indexOf('#') >= 0) {
      throw new RefusedUrl(RefusedUrl.NO_FRAGMENT, "The URL must not have a fragment (#…).");
    }
    if (!TARGET.matcher(rest).matches()) {
      throw new RefusedUrl(
          RefusedUrl.ALLOWED_CHARACTERS,
          "The URL's path or query holds a character that must be percent-encoded.");
    }
    return rest.startsWith("/") ? rest : "/" + rest;
  }
}
