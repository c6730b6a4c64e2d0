package dev.followthrough.notifications.message;

/** Who wants to hear of a new message; called in the transaction that logs it. */
public interface Recipients {

  void receive(LoggedMessage message);
}
