package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.OriginKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What came of an ask with one contact. Its id is that of the touch that the ask is. It is changed
 * while its ask is held.
 */
@Entity
class Asked extends OwnedEntity {

  static final int MOST_STEPS = 50;

  UUID askId;
  UUID contactId;

  @Enumerated(EnumType.STRING)
  AskDirection direction;

  Instant askedAt;

  /** The contact's circle when the ask was made. */
  @Enumerated(EnumType.STRING)
  Circle circle;

  /** Null while nobody had said it. */
  @Enumerated(EnumType.STRING)
  OriginKind origin;

  /** Since when the owner did what they did when it was asked; null while they had not said. */
  Instant toldSince;

  @Enumerated(EnumType.STRING)
  AskStatus status = AskStatus.ASKED;

  Instant since;
  LocalDate deferredUntil;

  /** The due work that brings it back; each deferral and each move of the zone makes a new one. */
  UUID revisitId;

  boolean cameBack;

  @Enumerated(EnumType.STRING)
  LossReason reason;

  @JdbcTypeCode(SqlTypes.JSON)
  WentBefore before;

  @JdbcTypeCode(SqlTypes.JSON)
  List<AskStep> steps = List.of();

  static Asked of(Ask ask, KnownPerson person, Instant whatIDoNowSince) {
    var asked = new Asked();
    asked.askId = ask.id;
    asked.contactId = person.id();
    asked.direction = ask.direction;
    asked.askedAt = ask.askedAt;
    asked.since = ask.askedAt;
    asked.circle = person.circle();
    asked.origin = person.facts().origin();
    asked.toldSince =
        whatIDoNowSince == null || whatIDoNowSince.isAfter(ask.askedAt) ? null : whatIDoNowSince;
    return asked;
  }

  /**
   * What came of it next.
   *
   * @throws dev.followthrough.platform.problem.ProblemException when that cannot come of it now
   */
  CommitmentsEvent become(AskStep step) {
    if (!status.next().contains(step.status())) {
      throw AskProblems.NOT_NEXT.because(
          "It was %s and cannot be %s now.".formatted(status.inWords(), step.status().inWords()));
    }
    if (step.happenedAt().isBefore(since)) {
      throw AskProblems.TOO_EARLY.because(
          "It has been %s since %s.".formatted(status.inWords(), since));
    }
    if (steps.size() >= MOST_STEPS) {
      throw AskProblems.TOO_MANY_STEPS.because("There are %d already.".formatted(steps.size()));
    }
    status = step.status();
    since = step.happenedAt();
    deferredUntil = step.until();
    reason = step.reason();
    cameBack = false;
    revisitId = null;
    before = null;
    var all = new ArrayList<>(steps);
    all.add(step);
    steps = List.copyOf(all);
    return told();
  }

  /** It comes back, on its day. */
  AskRevisitDue comeBack() {
    cameBack = true;
    revisitId = null;
    return new AskRevisitDue(askId, contactId, id, direction, deferredUntil);
  }

  /** Whether the day to which it was deferred is still to come. */
  boolean isToComeBack() {
    return status == AskStatus.DEFERRED && !cameBack;
  }

  private CommitmentsEvent told() {
    return switch (status) {
      case ASKED -> throw new IllegalStateException("nothing comes to be asked");
      case ANSWERED -> new AskAnswered(askId, contactId, id, direction, since);
      case DEFERRED -> new AskDeferred(askId, contactId, id, direction, since, deferredUntil);
      case GRANTED -> new AskGranted(askId, contactId, id, direction, since);
      case DECLINED -> new AskDeclined(askId, contactId, id, direction, since);
      case LOST -> new AskLost(askId, contactId, id, direction, since, reason);
      case LET_GO -> new AskLetGo(askId, contactId, id, direction, since);
    };
  }
}
