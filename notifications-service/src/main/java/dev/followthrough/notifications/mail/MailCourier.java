package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.smtp.SendOutcome;
import dev.followthrough.notifications.smtp.SendOutcome.TryAgain;
import dev.followthrough.notifications.smtp.Smtp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Takes claimed mails to the mail server, some at once, and has the result written down. Holds no
 * transaction and no connection while one is under way; what takes too long is broken off.
 */
@ApplicationScoped
class MailCourier {

  private static final Logger LOG = Logger.getLogger(MailCourier.class);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int WRITES = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(8);

  private final Smtp smtp;
  private final Mails mails;
  private final TransactionSynchronizationRegistry transaction;
  private final MeterRegistry metrics;
  private final int mostInFlight;
  private final Semaphore places;
  private volatile boolean stopping;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mail-", 0).factory());

  MailCourier(
      Smtp smtp,
      Mails mails,
      TransactionSynchronizationRegistry transaction,
      MailConfig config,
      MeterRegistry metrics) {
    this.smtp = smtp;
    this.mails = mails;
    this.transaction = transaction;
    this.metrics = metrics;
    this.mostInFlight = config.mostInFlight();
    this.places = new Semaphore(mostInFlight);
  }

  void stop(@Observes @Priority(50) ShutdownEvent event) throws InterruptedException {
    // who claims holds a place until the mail is on its way and recorded: with all of them nothing
    // is claimed any more
    stopping = true;
    if (places.tryAcquire(mostInFlight, DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdown();
    } else {
      threads.shutdownNow();
    }
  }

  /**
   * Claims a mail in the current transaction and hands it over after the commit.
   *
   * @return false, and nothing is claimed, when all places are taken or this replica stops
   */
  boolean carry(Supplier<Optional<Claim>> claim) {
    if (stopping || !places.tryAcquire()) {
      return false;
    }
    var afterCommit = new AfterCommit();
    transaction.registerInterposedSynchronization(afterCommit);
    afterCommit.claim = claim.get().orElse(null);
    return true;
  }

  private void deliver(Claim claim) {
    try {
      var outcome = handOver(claim);
      say(outcome);
      write(claim, outcome);
    } finally {
      places.release();
    }
  }

  /** Writes it again if that fails: what is not written goes out twice. */
  private void write(Claim claim, SendOutcome outcome) {
    for (var write = 1; ; write++) {
      try {
        mails.record(claim, outcome);
        return;
      } catch (RuntimeException e) {
        if (write == WRITES) {
          // its lease ends and it goes out again, under the same id
          LOG.warnf("what came of a mail could not be written: %s", e.getMessage());
          LOG.debug("writing what came of a mail failed", e);
          return;
        }
      }
      LockSupport.parkNanos(PAUSE.multipliedBy(write).toNanos());
    }
  }

  private SendOutcome handOver(Claim claim) {
    var sending = threads.submit(() -> smtp.send(claim.server(), claim.letter()));
    try {
      return sending.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      sending.cancel(true);
      return new TryAgain("it took longer than %d s".formatted(LONGEST.toSeconds()));
    } catch (ExecutionException e) {
      LOG.errorf(e.getCause(), "a mail could not be made");
      return new TryAgain("it could not be made");
    } catch (InterruptedException _) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      return new TryAgain("this replica stops");
    }
  }

  /** Counts it, and says why if it was not taken: what was answered, and nothing of the mail. */
  private void say(SendOutcome outcome) {
    var name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    metrics.counter("followthrough.mails", "outcome", name).increment();
    switch (outcome) {
      case SendOutcome.Sent _ -> {}
      case SendOutcome.Doubtful(var reason) -> LOG.warnf("a mail is tried again: %s", reason);
      case TryAgain(var reason) -> LOG.warnf("a mail is tried again: %s", reason);
      case SendOutcome.Refused(var reason) -> LOG.warnf("a mail is given up: %s", reason);
      case SendOutcome.NoSuchAddress(var reason) ->
          LOG.infof("an owner's address bounces: %s", reason);
    }
  }

  /** What was not committed was not claimed. */
  private final class AfterCommit implements Synchronization {

    private Claim claim;

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED && claim != null) {
        threads.execute(() -> deliver(claim));
      } else {
        places.release();
      }
    }
  }
}
