package dev.followthrough.notifications.endpoint;

import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.outgoing.OutgoingRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers an owner may add to the deliveries of an endpoint: none that the sender sets. */
final class CustomHeaders {

  private static final int LONGEST_NAME = 100;
  private static final Set<String> TAKEN =
      Set.of("content-type", "content-encoding", "user-agent", "traceparent", "tracestate", "date");
  private static final Set<String> TAKEN_PREFIXES = Set.of("webhook-", "proxy-", "sec-");

  private CustomHeaders() {}

  static void check(Map<String, String> headers, Faults faults) {
    var seen = new HashSet<String>();
    headers.forEach(
        (name, value) -> {
          var pointer = "/customHeaders/" + name.replace("~", "~0").replace("/", "~1");
          if (name.length() > LONGEST_NAME) {
            faults.add(pointer, "max-length", "its name has more than 100 characters");
          } else if (isTaken(name.toLowerCase(Locale.ROOT))) {
            faults.add(pointer, "forbidden-header", "is set by the sender itself");
          } else if (value != null) {
            OutgoingRequest.headerFault(name, value)
                .ifPresent(fault -> faults.add(pointer, "forbidden-header", fault));
          }
          if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            faults.add(pointer, "repeated-header", "is given twice");
          }
        });
  }

  private static boolean isTaken(String name) {
    return TAKEN.contains(name) || TAKEN_PREFIXES.stream().anyMatch(name::startsWith);
  }
}
