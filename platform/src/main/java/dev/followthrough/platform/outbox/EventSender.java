package dev.followthrough.platform.outbox;

import java.util.List;

/** The way to the broker. */
public interface EventSender {

  /**
   * Sends the events in their order and waits until each is stored by the broker or has failed.
   *
   * @return what came of each
   */
  List<Sent> send(List<EventRecord> events);
}
