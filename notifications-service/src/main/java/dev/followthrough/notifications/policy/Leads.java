package dev.followthrough.notifications.policy;

import dev.followthrough.platform.json.Faults;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long before a deadline reminders come: lengths of time in hours and minutes, not days of the
 * calendar, so that a change of the clocks moves none away from its deadline. From one minute to
 * the week in which all is due.
 */
final class Leads {

  private static final Pattern FORM = Pattern.compile("PT(?=\\d)(\\d{1,3}H)?(\\d{1,5}M)?");
  private static final Duration LONGEST = Duration.ofHours(168);

  private Leads() {}

  /** The longest first. */
  static List<Duration> of(List<String> written) {
    return written.stream()
        .map(Duration::parse)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  static void check(List<String> written, String pointer, Faults faults) {
    var seen = new HashSet<Duration>();
    for (var i = 0; written != null && i < written.size(); i++) {
      var one = written.get(i);
      if (one == null || one.isBlank()) {
        continue;
      }
      var at = pointer + "/" + i;
      if (!FORM.matcher(one).matches()) {
        faults.add(at, "duration", "must be hours and minutes such as PT24H or PT1H30M");
      } else if (Duration.parse(one).isZero() || Duration.parse(one).compareTo(LONGEST) > 0) {
        faults.add(at, "range", "must be from PT1M to PT168H");
      } else if (!seen.add(Duration.parse(one))) {
        faults.add(at, "once", "is there already");
      }
    }
  }
}
