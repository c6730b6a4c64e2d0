package dev.followthrough.notifications.digest;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Tells the digest that waited when the quiet hours are over. */
@ApplicationScoped
class DigestWork implements DueHandler {

  private final Digests digests;
  private final EventLog log;

  DigestWork(Digests digests, EventLog log) {
    this.digests = digests;
    this.log = log;
  }

  @Override
  public String kind() {
    return Digests.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID owner, Instant dueAt) {
    digests.run();
  }
}
