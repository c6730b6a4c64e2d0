package dev.followthrough.platform.outgoing;

import java.time.Duration;
import java.util.Optional;

/** What came of an {@link OutgoingRequest}. Every sentence can be shown to the request's owner. */
public sealed interface OutgoingAnswer {

  /**
   * The other side answered, with whatever status; a redirect is an answer and is not followed.
   *
   * @param retryAfter the header's value, up to 128 characters of it
   * @param contentType likewise
   * @param webhookDelivery the header {@code webhook-delivery} of Standard Webhooks, likewise
   * @param excerpt the start of the body as text, at most 1 kB of UTF-8, no control characters
   * @param latency from the call to the end of the answer
   */
  record Answered(
      int status,
      Optional<String> retryAfter,
      Optional<String> contentType,
      Optional<String> webhookDelivery,
      String excerpt,
      Duration latency)
      implements OutgoingAnswer {

    public boolean success() {
      return status >= 200 && status < 300;
    }
  }

  /** Nothing was sent, by a rule: those of {@link RefusedUrl}. */
  record Refused(String rule, String sentence) implements OutgoingAnswer {}

  /** No whole answer came. Whether the request reached the other side is not known. */
  record Failed(Kind kind, String sentence, Duration latency) implements OutgoingAnswer {}

  /** Where a request failed. */
  enum Kind {
    /** The name has no address, or none could be found in time. */
    DNS("The host name could not be resolved."),
    CONNECT("No connection could be made."),
    TLS("The TLS handshake failed; the certificate must be trusted and be for the host's name."),
    TIMEOUT("No whole answer came within the time limit."),
    RESET("The connection ended before a whole answer had come."),
    /** What came is not HTTP/1.1, or its head is too long. */
    PROTOCOL("The answer is not a valid HTTP/1.1 answer."),
    /** The calling thread was interrupted, as at shutdown: no fault of the other side. */
    CANCELLED("The request was stopped before an answer came.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }
}
