package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentVoided;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An agreement that random calls and moves of the clock are played on, beside a model of it which
 * knows only the events. Whatever is refused is refused; what is not must fit the model.
 */
final class Play {

  static final Instant MEETING_END = Instant.parse("2026-03-25T11:00:00Z");
  static final Instant WEEK = MEETING_END.plus(Duration.ofHours(168));

  /** A part, by its commitment and its person. */
  record Share(UUID commitment, Party by) {}

  final Agreement agreement;
  final List<Party> parties;
  final List<CommitmentsEvent> events = new ArrayList<>();

  /** What the events say of each part. */
  final Map<Share, CommitmentStatus> told = new HashMap<>();

  Instant now = MEETING_END.plusSeconds(60);

  Play(int contacts) {
    var people =
        IntStream.range(0, contacts).mapToObj(i -> new Participant(Ids.next(), "c" + i)).toList();
    var meeting =
        new MeetingHeld(
            Ids.next(),
            contacts == 1 ? MeetingKind.ONE_ON_ONE : MeetingKind.GROUP,
            MEETING_END.minusSeconds(3600),
            MEETING_END,
            people,
            people,
            null);
    agreement = Opening.open(meeting, people, now);
    parties = new ArrayList<>(List.of(Party.OWNER));
    people.forEach(p -> parties.add(Party.contact(p.contactId())));
    for (var commitment : agreement.commitments) {
      commitment.parts.forEach(p -> told.put(new Share(commitment.id, p.by()), p.state()));
    }
  }

  Commitment commitment(int number) {
    return agreement.commitments.get(Math.floorMod(number, agreement.commitments.size()));
  }

  Party party(int number) {
    return parties.get(Math.floorMod(number, parties.size()));
  }

  /** Does a change; the deadline's own work comes first, as it does in the service. */
  boolean does(Supplier<List<CommitmentsEvent>> change) {
    heard(agreement.settle(now));
    try {
      heard(agreement.change(now, change));
      return true;
    } catch (ProblemException refused) {
      return false;
    } finally {
      fits();
    }
  }

  void moveTo(Instant later) {
    now = later.isAfter(now) ? later : now;
    heard(agreement.settle(now));
    fits();
  }

  Told told(Party reportedBy, Duration ago) {
    return new Told(reportedBy, now.minus(ago), now, null, null);
  }

  long count(Class<? extends CommitmentsEvent> type) {
    return events.stream().filter(type::isInstance).count();
  }

  private void fits() {
    assertThat(agreement.dueAt).isBeforeOrEqualTo(WEEK);
    assertThat(count(AgreementClosed.class)).isLessThanOrEqualTo(1);
    assertThat(count(AgreementVoided.class)).isLessThanOrEqualTo(1);
    for (var commitment : agreement.commitments) {
      for (var part : commitment.parts) {
        assertThat(part.state())
            .as("%s of %s", part.by(), commitment.kind)
            .isEqualTo(told.get(new Share(commitment.id, part.by())));
      }
      assertThat(commitment.status).isEqualTo(CommitmentStatus.of(commitment.parts));
    }
    boolean allEnded = agreement.commitments.stream().noneMatch(c -> c.status.isOpen());
    assertThat(agreement.isOpen()).isEqualTo(!allEnded);
    if (now.isAfter(agreement.dueAt)) {
      assertThat(allEnded).isTrue();
    }
    if (agreement.status == AgreementStatus.CLOSED) {
      assertThat(agreement.closedAt).isBeforeOrEqualTo(agreement.dueAt);
    }
  }

  private void heard(List<CommitmentsEvent> news) {
    events.addAll(news);
    for (var event : news) {
      switch (event) {
        case CommitmentPromised e -> put(e.commitmentId(), e.by(), CommitmentStatus.PROMISED);
        case CommitmentDeclined e -> put(e.commitmentId(), e.by(), CommitmentStatus.DECLINED);
        case CommitmentDelivered e -> {
          if (!e.late()) {
            put(e.commitmentId(), e.by(), CommitmentStatus.DELIVERED);
          }
        }
        case CommitmentMissed e ->
            e.missing().forEach(by -> put(e.commitmentId(), by, CommitmentStatus.MISSED));
        case CommitmentLapsed e ->
            e.by().forEach(by -> put(e.commitmentId(), by, CommitmentStatus.LAPSED));
        case CommitmentVoided e ->
            e.by().forEach(by -> put(e.commitmentId(), by, CommitmentStatus.VOIDED));
        case CommitmentCorrected e -> put(e.commitmentId(), e.by(), CommitmentStatus.DELIVERED);
        case CommitmentDisputed e -> {
          if (!e.late()) {
            put(e.commitmentId(), e.by(), CommitmentStatus.DISPUTED);
          }
        }
        default -> {}
      }
    }
  }

  private void put(UUID commitment, Party by, CommitmentStatus next) {
    var before = told.put(new Share(commitment, by), next);
    assertThat(before).as("%s to %s", before, next).isNotEqualTo(next);
    if (!before.isOpen()) {
      // an end is final, but for what the other side says of it
      assertThat(next).isIn(CommitmentStatus.DELIVERED, CommitmentStatus.DISPUTED);
      assertThat(before).isIn(CommitmentStatus.MISSED, CommitmentStatus.DELIVERED);
    }
  }
}
