package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.ask.Asks.ShownAsk;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.commitments.reading.Happened;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Records what came of an ask, with each of its contacts by itself. */
@ApplicationScoped
class Outcomes {

  private final Before before;
  private final Revisits revisits;
  private final OwnerZones zones;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Outcomes(
      Before before,
      Revisits revisits,
      OwnerZones zones,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.before = before;
    this.revisits = revisits;
    this.zones = zones;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  ShownAsk record(UUID askId, NewOutcome outcome) {
    var ask = Ask.lock(askId).orElseThrow(() -> Asks.notFound(askId));
    var shown = Asks.shown(ask);
    preconditions.requireMatch(ask.version);
    var asked = of(shown, outcome.contactId());
    var now = time.now();
    var step = outcome.step(now);
    Happened.by(now, "/happenedAt", step.happenedAt());
    requireLater(step);
    var event = asked.become(step);
    ask.changed(now);
    switch (asked.status) {
      case LOST -> asked.before = before.of(asked);
      case DEFERRED -> revisits.plan(asked);
      case ASKED, ANSWERED, GRANTED, DECLINED, LET_GO -> {}
    }
    Ask.flush();
    outbox.append(event);
    return shown;
  }

  private static Asked of(ShownAsk shown, UUID contactId) {
    return shown.of().stream()
        .filter(asked -> asked.contactId.equals(contactId))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    AskProblems.NOT_ASKED,
                    "/contactId: is not one of its contacts.",
                    List.of(
                        new FieldError("/contactId", "not-asked", "is not one of its contacts"))));
  }

  private void requireLater(AskStep step) {
    if (step.until() != null
        && !step.until().isAfter(step.happenedAt().atZone(zones.current()).toLocalDate())) {
      throw Problems.invalid("/until", "after-that-day", "must be after the day of `happenedAt`");
    }
  }
}
