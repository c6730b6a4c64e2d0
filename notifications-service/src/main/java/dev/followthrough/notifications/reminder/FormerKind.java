package dev.followthrough.notifications.reminder;

import java.time.Duration;

/**
 * The column {@code kind} as the version before knows it. It is written still, so that a replica of
 * that version can read what this one plans; a row of that version has its lead here.
 */
enum FormerKind {
  DAY_BEFORE(Duration.ofDays(1)),
  HOURS_BEFORE(Duration.ofHours(2)),
  MISSED(Duration.ZERO);

  final Duration lead;

  FormerKind(Duration lead) {
    this.lead = lead;
  }

  static FormerKind of(Duration lead) {
    return lead.compareTo(DAY_BEFORE.lead) >= 0 ? DAY_BEFORE : HOURS_BEFORE;
  }
}
