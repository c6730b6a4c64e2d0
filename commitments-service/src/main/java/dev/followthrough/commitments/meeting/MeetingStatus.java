package dev.followthrough.commitments.meeting;

/** What was last heard of a meeting. Only a scheduled one can still open an agreement. */
public enum MeetingStatus {
  SCHEDULED,
  HELD,
  CANCELLED,
  VOIDED
}
