package dev.followthrough.contacts.calendar.format;

import biweekly.component.VEvent;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.Recurrence;
import java.util.List;
import java.util.stream.Stream;

/** What the parts of a recurrence rule may be (RFC 5545, 3.3.10). */
final class RuleRanges {

  private RuleRanges() {}

  /** Whether all rules of an event keep to them. */
  static boolean holdFor(VEvent event) {
    return Stream.<RecurrenceProperty>concat(
            event.getProperties(RecurrenceRule.class).stream(),
            event.getProperties(ExceptionRule.class).stream())
        .allMatch(property -> property.getValue() != null && holdFor(property.getValue()));
  }

  private static boolean holdFor(Recurrence rule) {
    return rule.getFrequency() != null
        && (rule.getInterval() == null || rule.getInterval() > 0)
        && (rule.getCount() == null || rule.getCount() > 0)
        && between(0, 60, rule.getBySecond())
        && between(0, 59, rule.getByMinute())
        && between(0, 23, rule.getByHour())
        && between(1, 12, rule.getByMonth())
        && fromEitherEnd(31, rule.getByMonthDay())
        && fromEitherEnd(366, rule.getByYearDay())
        && fromEitherEnd(53, rule.getByWeekNo())
        && fromEitherEnd(366, rule.getBySetPos())
        && rule.getByDay().stream()
            .allMatch(day -> day.getNum() == null || fromEitherEnd(53, List.of(day.getNum())));
  }

  private static boolean between(int least, int most, List<Integer> values) {
    return values.stream().allMatch(value -> value >= least && value <= most);
  }

  private static boolean fromEitherEnd(int most, List<Integer> values) {
    return values.stream().allMatch(value -> value != 0 && Math.abs(value) <= most);
  }
}
