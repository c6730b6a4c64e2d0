package dev.followthrough.stack.home;

/**
 * Something the person at the keyboard can mend; the message is for them, without a stack trace.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }
}
