package dev.followthrough.stack.home;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The ports of a stack, each settable by an environment variable: the gateway by {@code
 * FOLLOWTHROUGH_PORT} (8080), the others by {@code FOLLOWTHROUGH_<NAME>_PORT}, by default counted
 * up from {@code FOLLOWTHROUGH_PORT_BASE} (18080). Each service runs as {@code
 * FOLLOWTHROUGH_REPLICAS} processes (1); the second has its service's port plus 10, and so on.
 */
public record Ports(
    int gateway,
    int issuer,
    int contacts,
    int commitments,
    int notifications,
    int postgres,
    int kafka,
    int replicas) {

  private static final int HIGHEST = 65535;
  private static final int MOST_REPLICAS = 4;
  private static final int NEXT_REPLICA = 10;

  /** The setting that moves a piece's port. */
  public static String setting(String piece) {
    String first = piece.replaceFirst("-[0-9]+$", "");
    return first.equals("gateway")
        ? "FOLLOWTHROUGH_PORT"
        : "FOLLOWTHROUGH_" + first.toUpperCase(Locale.ROOT) + "_PORT";
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
        number(environment, setting("kafka"), base + 5),
        number(environment, "FOLLOWTHROUGH_REPLICAS", 1, MOST_REPLICAS));
  }

  /** The ports of all replicas of a service by their names: {@code contacts, contacts-2, …}. */
  public Map<String, Integer> replicasOf(String service) {
    int first =
        switch (service) {
          case "contacts" -> contacts;
          case "commitments" -> commitments;
          case "notifications" -> notifications;
          default -> throw new IllegalArgumentException(service);
        };
    var all = new LinkedHashMap<String, Integer>();
    all.put(service, first);
    for (int replica = 2; replica <= replicas; replica++) {
      all.put(service + "-" + replica, first + (replica - 1) * NEXT_REPLICA);
    }
    return all;
  }

  /** The port of each piece by its name, in the order in which they start. */
  public Map<String, Integer> byPiece() {
    var all = new LinkedHashMap<String, Integer>();
    all.put("issuer", issuer);
    all.put("postgres", postgres);
    all.put("kafka", kafka);
    all.putAll(replicasOf("contacts"));
    all.putAll(replicasOf("commitments"));
    all.putAll(replicasOf("notifications"));
    all.put("gateway", gateway);
    return all;
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    return number(environment, name, otherwise, HIGHEST);
  }

  private static int number(
      Map<String, String> environment, String name, int otherwise, int highest) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1 && number <= highest) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new Refusal(
        "%s is \"%s\"; it takes a number from 1 to %d.".formatted(name, value, highest));
  }
}
