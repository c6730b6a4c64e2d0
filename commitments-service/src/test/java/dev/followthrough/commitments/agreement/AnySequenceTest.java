package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random sequences of calls and clock moves: the rules that no sequence may get around. */
class AnySequenceTest {

  enum Call {
    REWORD,
    PROPOSE,
    ACCEPT,
    PROMISE,
    DECLINE,
    DELIVER,
    APOLOGISE,
    DENY,
    MOVE_DEADLINE,
    WAIT,
    ATTEST,
    CONTACT_GONE,
    VOID_MEETING
  }

  record Step(Call call, int commitment, int by, int other, Duration time) {}

  /** What the promiser's side, or anybody but the receiver with an attestation, can do. */
  @Provide
  Arbitrary<List<Step>> withoutAttestation() {
    return steps(Set.of(Call.ATTEST, Call.CONTACT_GONE, Call.VOID_MEETING));
  }

  @Provide
  Arbitrary<List<Step>> anything() {
    return steps(Set.of());
  }

  /** Little else, so that a denial often finds a claim. */
  @Provide
  Arbitrary<List<Step>> claimsAndDenials() {
    return steps(
        EnumSet.complementOf(
            EnumSet.of(Call.REWORD, Call.PROMISE, Call.DELIVER, Call.DENY, Call.WAIT)));
  }

  @Property(tries = 2000)
  void without_the_receivers_attestation_a_miss_stays_a_miss(
      @ForAll("withoutAttestation") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    var missed = new HashSet<Play.Share>();
    for (var step : steps) {
      apply(step, play);
      missed.forEach(share -> assertThat(play.told).containsEntry(share, CommitmentStatus.MISSED));
      play.told.forEach(
          (share, state) -> {
            if (state == CommitmentStatus.MISSED) {
              missed.add(share);
            }
          });
    }
  }

  @Property(tries = 2000)
  void what_is_kept_was_recorded_by_the_deadline_or_attested_by_its_receiver(
      @ForAll("anything") List<Step> steps, @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    steps.forEach(step -> apply(step, play));
    for (var commitment : play.agreement.commitments) {
      for (var by : commitment.partiesIn(CommitmentStatus.DELIVERED)) {
        var delivery = commitment.report(Report.Kind.DELIVERED, by);
        var attestation = commitment.report(Report.Kind.ATTESTED, by);
        boolean inTime =
            delivery.filter(d -> !d.recordedAt().isAfter(play.agreement.dueAt)).isPresent();
        assertThat(inTime || attestation.isPresent()).isTrue();
        attestation.ifPresent(a -> assertThat(a.reportedBy()).isNotEqualTo(by));
      }
    }
  }

  @Property(tries = 1000)
  void nothing_is_disputed_but_by_two_sides(
      @ForAll("claimsAndDenials") List<Step> steps,
      @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    steps.forEach(step -> apply(step, play));
    for (var commitment : play.agreement.commitments) {
      for (var by : play.parties) {
        commitment
            .report(Report.Kind.DENIED, by)
            .ifPresent(
                denial -> {
                  var claim = commitment.report(Report.Kind.DELIVERED, by).orElseThrow();
                  assertThat(denial.side()).isEqualTo(denial.reportedBy());
                  assertThat(denial.side()).isNotEqualTo(claim.side());
                  assertThat(denial.reportedBy()).isNotEqualTo(by);
                });
      }
    }
  }

  @Property(tries = 2000)
  void the_deadline_never_moves_later_and_not_at_all_once_something_is_promised(
      @ForAll("anything") List<Step> steps, @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    for (var step : steps) {
      var before = play.agreement.dueAt;
      boolean promised = play.agreement.isPromised();
      apply(step, play);
      assertThat(play.agreement.dueAt).isBeforeOrEqualTo(before);
      if (promised) {
        assertThat(play.agreement.dueAt).isEqualTo(before);
      }
    }
  }

  @Property(tries = 1000)
  void it_ends_exactly_once_at_the_latest_when_its_deadline_has_passed(
      @ForAll("anything") List<Step> steps, @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    steps.forEach(step -> apply(step, play));
    play.moveTo(Play.WEEK.plusMillis(1));
    play.moveTo(Play.WEEK.plusSeconds(1));
    assertThat(play.agreement.isOpen()).isFalse();
    var closed = play.count(AgreementClosed.class);
    var voided = play.count(AgreementVoided.class);
    if (play.agreement.isPromised()) {
      assertThat(closed).isEqualTo(1);
      assertThat(voided).isZero();
    }
    assertThat(closed + voided).isBetween(1L, 2L);
  }

  static Arbitrary<List<Step>> steps(Set<Call> without) {
    var calls = Arbitraries.of(Call.values()).filter(call -> !without.contains(call));
    // what must come first for anything to happen comes oftener
    var call =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, calls),
            net.jqwik.api.Tuple.of(
                2, Arbitraries.of(Call.REWORD, Call.PROMISE, Call.DELIVER, Call.WAIT)));
    var numbers = Arbitraries.integers().between(-1, 4);
    var times =
        Arbitraries.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Duration.ofHours(5),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(8));
    return Combinators.combine(call, numbers, numbers, numbers, times)
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  static void apply(Step step, Play play) {
    var c = play.commitment(step.commitment());
    // -1 names nobody
    var by = step.by() < 0 ? null : play.party(step.by());
    var other = play.party(Math.max(0, step.other()));
    // the owner's token may name anybody, a share link only its contact
    var side = step.time().isZero() ? Party.OWNER : other;
    switch (step.call()) {
      case REWORD -> {
        var words = new Words("do " + step.by(), Complexity.COMPLEX, null, null);
        var receiver = c.promiser == Party.OWNER && c.receiver == null ? other : c.receiver;
        play.does(() -> c.reword(new Terms(words, receiver), play.now));
      }
      case PROPOSE ->
          play.does(() -> c.propose(new Words("rather", null, null, null), other, side, play.now));
      case ACCEPT ->
          play.does(() -> c.accept(c.wordings.size() - step.other() % 2, by, Party.OWNER));
      case PROMISE -> play.does(() -> c.promise(by, null, play.told(other, ago(step.time()))));
      case DECLINE -> {
        if (step.other() == 0) {
          play.does(() -> c.decline(by, play.told(other, Duration.ZERO)));
        }
      }
      case DELIVER -> play.does(() -> c.deliver(by, play.told(other, step.time()).from(side)));
      case APOLOGISE ->
          play.does(() -> c.apologise(by, play.told(other, Duration.ZERO), "sorry", null));
      case ATTEST -> play.does(() -> c.attest(by, other, play.told(other, step.time())));
      case DENY -> play.does(() -> c.deny(by, other, play.told(other, Duration.ZERO).from(side)));
      case MOVE_DEADLINE -> {
        var sign = step.by() < 1 ? 1 : -1;
        var wanted = play.agreement.dueAt.plus(step.time().multipliedBy(sign));
        play.does(() -> play.agreement.dueEarlier(wanted, play.now));
      }
      case WAIT -> play.moveTo(next(step, play));
      case CONTACT_GONE -> {
        if (!other.isOwner() && step.by() == 0) {
          play.does(() -> play.agreement.contactGone(other.contact(), play.now));
        }
      }
      case VOID_MEETING -> {
        if (step.by() == 0) {
          play.does(() -> play.agreement.meetingVoided(play.now));
        }
      }
    }
  }

  /** A while later, or right to the deadline, or right past it. */
  private static Instant next(Step step, Play play) {
    return switch (step.by()) {
      case 0 -> play.agreement.dueAt;
      case 1 -> play.agreement.dueAt.plusMillis(1);
      default -> play.now.plus(step.time());
    };
  }

  /** Not before the meeting: otherwise most promises would be refused. */
  private static Duration ago(Duration time) {
    return time.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ZERO : time;
  }
}
