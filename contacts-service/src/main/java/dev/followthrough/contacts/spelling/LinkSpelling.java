package dev.followthrough.contacts.spelling;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Web addresses in one spelling: scheme and host in lower case, without default port, fragment and
 * {@code utm_} parameters, and without the slash of an empty path. A slash at the end of a longer
 * path stays, for it may name another page.
 */
final class LinkSpelling {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>[^\\s/?#:@\\[\\]]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{0,5}))?"
              + "(?<path>/[^\\s?#]*)?(\\?(?<query>[^\\s#]*))?(#\\S*)?",
          Pattern.CASE_INSENSITIVE);

  private LinkSpelling() {}

  /**
   * @throws Misspelt for what is no address, or one with a name and password in it
   */
  static String of(String said) throws Misspelt {
    var parts = ADDRESS.matcher(said);
    if (!parts.matches()) {
      throw new Misspelt(
          "link", "must be a web address such as https://example.org/page, without a password");
    }
    var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    var spelt =
        new StringBuilder(scheme)
            .append("://")
            .append(parts.group("host").toLowerCase(Locale.ROOT))
            .append(port(scheme, parts.group("port")));
    var path = parts.group("path");
    var query = query(parts.group("query"));
    if (path != null && !(path.equals("/") && query.isEmpty())) {
      spelt.append(path);
    }
    return spelt.append(query).toString();
  }

  private static String port(String scheme, String port) throws Misspelt {
    if (port == null || port.isEmpty()) {
      return "";
    }
    int number = Integer.parseInt(port);
    if (number > 65_535) {
      throw new Misspelt("link", "names a port that there is not");
    }
    return number == (scheme.equals("https") ? 443 : 80) ? "" : ":" + number;
  }

  private static String query(String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    var kept =
        Arrays.stream(query.split("&"))
            .filter(part -> !part.toLowerCase(Locale.ROOT).startsWith("utm_"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
