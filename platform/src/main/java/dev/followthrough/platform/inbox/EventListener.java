package dev.followthrough.platform.inbox;

import java.util.Set;

/** A bean that listens to events; it is asked once, at start, what it wants to hear. */
public interface EventListener {

  /** The services to whose topics it listens. */
  Set<String> sources();

  void register(Subscriptions subscriptions);
}
