package dev.followthrough.notifications.diary;

/** What an entry of the diary is about. */
public enum DiaryKind {
  MEETING,
  /** When an agreement is due. */
  DEADLINE,
  /** A day on which a contact's turn to be written to comes. */
  KEEP_IN_TOUCH
}
