package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.format.Window;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The window that is asked for: from 30 days before now to 90 days after it unless said otherwise;
 * where only one end is said, 120 days from it. At most 366 days.
 */
@ApplicationScoped
public class CalendarWindow {

  static final Duration BACK = Duration.ofDays(30);
  static final Duration AHEAD = Duration.ofDays(90);
  static final Duration LONGEST = Duration.ofDays(366);

  private final BusinessTime time;

  CalendarWindow(BusinessTime time) {
    this.time = time;
  }

  Window of(Instant from, Instant to) {
    var window = window(from, to);
    if (!window.to().isAfter(window.from())) {
      throw Problems.invalid("?to", "after-from", "must be after from");
    }
    if (Duration.between(window.from(), window.to()).compareTo(LONGEST) > 0) {
      throw Problems.invalid(
          "?to", "longest", "must be at most %d days after from".formatted(LONGEST.toDays()));
    }
    return window;
  }

  private Window window(Instant from, Instant to) {
    if (from == null && to == null) {
      return new Window(time.now().minus(BACK), time.now().plus(AHEAD));
    }
    var usual = BACK.plus(AHEAD);
    return new Window(from == null ? to.minus(usual) : from, to == null ? from.plus(usual) : to);
  }
}
