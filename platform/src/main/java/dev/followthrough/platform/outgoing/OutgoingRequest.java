package dev.followthrough.platform.outgoing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request to a place that the product does not run. Headers are the caller's but for those that
 * steer the connection, which the guard sets itself: see {@link #headerFault}. Printing a request
 * shows neither its URL nor its headers, since both may hold secrets.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of every body would cost more.
public record OutgoingRequest(String method, String url, Map<String, String> headers, byte[] body) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7E](?:[\\t\\x20-\\x7E]{0,8190}[\\x21-\\x7E])?|");
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "cookie",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public OutgoingRequest {
    headers = Map.copyOf(headers);
    headers.forEach(
        (name, value) ->
            headerFault(name, value)
                .ifPresent(
                    fault -> {
                      throw new IllegalArgumentException(fault);
                    }));
    if (!Set.of("GET", "POST", "PUT").contains(method)) {
      throw new IllegalArgumentException("Requests go out as GET, POST or PUT.");
    }
  }

  public static OutgoingRequest post(String url, Map<String, String> headers, byte[] body) {
    return new OutgoingRequest("POST", url, headers, body);
  }

  /** Why this header cannot be sent, as a sentence without its value; else empty. */
  public static Optional<String> headerFault(String name, String value) {
    if (!TOKEN.matcher(name).matches()) {
      return Optional.of("This is not the name of a header.");
    }
    if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("The header " + name + " is set by the sender itself.");
    }
    return VALUE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("The value of the header " + name + " is not plain printable ASCII.");
  }

  @Override
  public String toString() {
    return "OutgoingRequest[" + method + ", " + body.length + " bytes]";
  }
}
