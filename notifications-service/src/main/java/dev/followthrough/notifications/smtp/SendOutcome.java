package dev.followthrough.notifications.smtp;

/** What came of handing a mail over. */
public sealed interface SendOutcome {

  /** The server has taken it, and answers for it from now on. */
  record Sent() implements SendOutcome {}

  /**
   * It may be taken later.
   *
   * @param reason for the log: what kind of fault, and nothing that anybody wrote
   */
  record TryAgain(String reason) implements SendOutcome {}

  /** It may be taken later; if it is said for days, there is nobody at that address. */
  record Doubtful(String reason) implements SendOutcome {}

  /** The server never takes this mail; another one it may. */
  record Refused(String reason) implements SendOutcome {}

  /** There is nobody at that address, for good. */
  record NoSuchAddress(String reason) implements SendOutcome {}
}
