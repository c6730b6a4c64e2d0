package dev.followthrough.notifications.clock;

import dev.followthrough.events.OwnerQuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the owner wants to hear nothing, by their own clock: from {@code from} until just before
 * {@code to}, over midnight where {@code to} is the earlier one.
 *
 * <p>Each day's quiet is one stretch of instants. A time of day that the clocks leave out begins or
 * ends it where they jump; one that they show twice begins it the first time and ends it the
 * second, so that nothing is said in between. Stretches that meet are one.
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /** So many days around an instant hold every stretch that can contain it. */
  private static final int REACH = 3;

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours that begin when they end");
    }
  }

  /** Quiet from an instant until just before another. */
  public record Stretch(Instant start, Instant end) {

    boolean contains(Instant at) {
      return !at.isBefore(start) && at.isBefore(end);
    }
  }

  /** As the owner's profile tells them; empty for none. */
  static Optional<QuietHours> of(OwnerQuietHours told) {
    return Optional.ofNullable(told)
        .map(hours -> new QuietHours(LocalTime.parse(hours.from()), LocalTime.parse(hours.to())));
  }

  /** The whole stretch of quiet around an instant; empty when it is not quiet then. */
  public Optional<Stretch> around(Instant at, ZoneId zone) {
    var today = at.atZone(zone).toLocalDate();
    var stretches = new ArrayList<Stretch>();
    for (var days = -REACH; days <= REACH; days++) {
      join(stretches, beginningOn(today.plusDays(days), zone));
    }
    return stretches.stream().filter(stretch -> stretch.contains(at)).findFirst();
  }

  private Stretch beginningOn(LocalDate day, ZoneId zone) {
    var lastDay = to.isAfter(from) ? day : day.plusDays(1);
    return new Stretch(
        LocalTimes.first(day.atTime(from), zone), LocalTimes.last(lastDay.atTime(to), zone));
  }

  private static void join(List<Stretch> stretches, Stretch next) {
    if (!next.start().isBefore(next.end())) {
      return;
    }
    if (!stretches.isEmpty() && !next.start().isAfter(stretches.getLast().end())) {
      var before = stretches.removeLast();
      var end = next.end().isAfter(before.end()) ? next.end() : before.end();
      stretches.add(new Stretch(before.start(), end));
    } else {
      stretches.add(next);
    }
  }

  /** Where a time on the owner's clock lies on the line of instants. */
  static final class LocalTimes {

    private LocalTimes() {}

    static Instant first(LocalDateTime local, ZoneId zone) {
      return at(local, zone, true);
    }

    static Instant last(LocalDateTime local, ZoneId zone) {
      return at(local, zone, false);
    }

    private static Instant at(LocalDateTime local, ZoneId zone, boolean first) {
      var change = zone.getRules().getTransition(local);
      if (change == null) {
        return local.toInstant(zone.getRules().getOffset(local));
      }
      if (change.isGap()) {
        return change.getInstant();
      }
      return local.toInstant(first ? change.getOffsetBefore() : change.getOffsetAfter());
    }
  }
}
