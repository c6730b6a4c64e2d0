package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Claims a mail when its time has come, and gives it to the courier once that is committed: the due
 * work is the claim alone, so that no transaction waits for a mail server.
 */
@ApplicationScoped
class MailWork implements DueHandler {

  private static final Duration UNTIL_A_PLACE_IS_FREE = Duration.ofSeconds(1);

  private final Mails mails;
  private final MailCourier courier;
  private final DueWork dueWork;
  private final EventLog log;
  private final BusinessTime time;

  MailWork(Mails mails, MailCourier courier, DueWork dueWork, EventLog log, BusinessTime time) {
    this.mails = mails;
    this.courier = courier;
    this.dueWork = dueWork;
    this.log = log;
    this.time = time;
  }

  @Override
  public String kind() {
    return Mails.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID mail, Instant dueAt) {
    if (!courier.carry(() -> mails.take(mail))) {
      dueWork.schedule(Mails.KIND, mail, time.now().plus(UNTIL_A_PLACE_IS_FREE));
    }
  }
}
