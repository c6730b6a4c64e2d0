package dev.followthrough.platform.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The place of the current work in a trace, as W3C {@code traceparent}. It comes with a request or
 * an event, is passed on with what follows from it, and stands in every log line as {@code
 * traceId}.
 */
public final class TraceContext {

  static final String TRACEPARENT = "traceparent";
  static final String TRACE_ID = "traceId";

  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  /** The current one, or a new trace where there is none. */
  public static String current() {
    return MDC.get(TRACEPARENT) instanceof String current ? current : begin();
  }

  /** Does the work as a part of the trace that this came from; null begins a new one. */
  public static <T> T within(String traceparent, Supplier<T> work) {
    var before = MDC.get(TRACEPARENT);
    enter(traceparent);
    try {
      return work.get();
    } finally {
      if (before instanceof String outer) {
        set(outer);
      } else {
        MDC.remove(TRACEPARENT);
        MDC.remove(TRACE_ID);
      }
    }
  }

  public static void within(String traceparent, Runnable work) {
    within(
        traceparent,
        () -> {
          work.run();
          return null;
        });
  }

  /** Makes a child of what came in the current one. */
  static void enter(String traceparent) {
    if (traceparent == null || !FORM.matcher(traceparent).matches()) {
      set(begin());
    } else {
      set(
          "00-"
              + traceparent.substring(3, 35)
              + "-"
              + hex(8)
              + "-"
              + traceparent.substring(53, 55));
    }
  }

  private static void set(String traceparent) {
    MDC.put(TRACEPARENT, traceparent);
    MDC.put(TRACE_ID, traceparent.substring(3, 35));
  }

  private static String begin() {
    return "00-" + hex(16) + "-" + hex(8) + "-00";
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    random[0] |= 1;
    return HexFormat.of().formatHex(random);
  }
}
