package dev.followthrough.stack.home;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The ports of a stack, each settable by an environment variable: the gateway by {@code
 * FOLLOWTHROUGH_PORT} (8080), the others by {@code FOLLOWTHROUGH_<NAME>_PORT}, by default counted
 * up from {@code FOLLOWTHROUGH_PORT_BASE} (18080).
 */
public record Ports(
    int gateway,
    int issuer,
    int contacts,
    int commitments,
    int notifications,
    int postgres,
    int kafka) {

  private static final int HIGHEST = 65535;

  /** The setting that moves a piece's port. */
  public static String setting(String piece) {
    return piece.equals("gateway")
        ? "FOLLOWTHROUGH_PORT"
        : "FOLLOWTHROUGH_" + piece.toUpperCase(Locale.ROOT) + "_PORT";
  }

  static Ports from(Map<String, String> environment) {
    int base = number(environment, "FOLLOWTHROUGH_PORT_BASE", 18080);
    return new Ports(
        number(environment, setting("gateway"), 8080),
        number(environment, setting("issuer"), base),
        number(environment, setting("contacts"), base + 1),
        number(environment, setting("commitments"), base + 2),
        number(environment, setting("notifications"), base + 3),
        number(environment, setting("postgres"), base + 4),
        number(environment, setting("kafka"), base + 5));
  }

  /** The port of each piece by its name, in the order in which they start. */
  public Map<String, Integer> byPiece() {
    var all = new LinkedHashMap<String, Integer>();
    all.put("issuer", issuer);
    all.put("postgres", postgres);
    all.put("kafka", kafka);
    all.put("contacts", contacts);
    all.put("commitments", commitments);
    all.put("notifications", notifications);
    all.put("gateway", gateway);
    return all;
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 1 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new Refusal("%s is \"%s\", which is no port (1 to %d).".formatted(name, value, HIGHEST));
  }
}
