package dev.followthrough.contacts.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.CalendarApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A4: the largest file that one call may bring. How long each call took is in the log. */
@QuarkusTest
class LargeFileTest extends CalendarApi {

  private static final Logger LOG = Logger.getLogger(LargeFileTest.class);
  private static final int EVENTS = CalendarImports.MOST;

  @Test
  void two_thousand_events_become_meetings_once_and_move_when_the_file_says_so() {
    assertThat(outcomes("new", file(0, 1))).isEqualTo(Collections.nCopies(EVENTS, "scheduled"));
    assertThat(outcomes("the same again", file(0, 1)))
        .isEqualTo(Collections.nCopies(EVENTS, "unchanged"));
    assertThat(outcomes("all moved", file(1, 2))).isEqualTo(Collections.nCopies(EVENTS, "changed"));
    assertThat(starts()).hasSize(200);
  }

  private List<String> outcomes(String what, String text) {
    var start = System.nanoTime();
    var answer = importText(text).statusCode(200).extract();
    LOG.infof(
        "%d events, %s: %d ms",
        EVENTS, what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    return answer.path("events.outcome");
  }

  /** Half an hour each, one after the other, with one contact or two. */
  private static String file(int sequence, int minutesLater) {
    return calendar(
        IntStream.range(0, EVENTS)
            .mapToObj(
                n -> {
                  var start = NOW.plus(Duration.ofMinutes(30L * n + minutesLater));
                  return String.join(
                      "\r\n",
                      "BEGIN:VEVENT",
                      "UID:large-%d@example.org".formatted(n),
                      "SEQUENCE:" + sequence,
                      "SUMMARY:Talk %d".formatted(n),
                      "DTSTART:" + stamp(start),
                      "DURATION:PT25M",
                      "ATTENDEE:mailto:ada@example.org",
                      n % 2 == 0 ? "ATTENDEE:mailto:charles@example.org" : "LOCATION:Here",
                      "END:VEVENT");
                })
            .collect(Collectors.joining("\r\n")));
  }

  private static String stamp(java.time.Instant at) {
    return at.toString().replaceAll("[-:]", "");
  }
}
