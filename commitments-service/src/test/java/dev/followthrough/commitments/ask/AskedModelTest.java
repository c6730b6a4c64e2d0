package dev.followthrough.commitments.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.LossReason;
import dev.followthrough.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** C5: random sequences of what comes of an ask, against a table of what may follow on what. */
class AskedModelTest {

  private static final Instant ASKED_AT = Instant.parse("2026-03-01T12:00:00Z");

  /** Written out on its own: what may follow, by the first letters of answered … let go. */
  private static final Map<String, String> MAY_FOLLOW =
      Map.of(
          "asked", "answered deferred granted declined lost letGo",
          "answered", "deferred granted declined lost letGo",
          "deferred", "answered deferred granted declined lost letGo",
          "granted", "declined lost",
          "declined", "granted lost",
          "lost", "granted declined lost",
          "letGo", "answered deferred granted declined lost");

  private static final Map<String, Class<? extends CommitmentsEvent>> TOLD =
      Map.of(
          "answered", AskAnswered.class,
          "deferred", AskDeferred.class,
          "granted", AskGranted.class,
          "declined", AskDeclined.class,
          "lost", AskLost.class,
          "letGo", AskLetGo.class);

  /**
   * @param after how long after what came last; negative before it
   * @param comesBack whether a deferred one comes back first
   */
  record Move(AskStatus to, Duration after, LossReason reason, boolean comesBack) {}

  @Property(tries = 2000)
  void it_stands_as_the_model_says_after_any_sequence(@ForAll("moves") List<Move> moves) {
    var asked = asked();
    var model = "asked";
    var since = ASKED_AT;
    var steps = 0;
    for (var move : moves) {
      if (move.comesBack() && asked.isToComeBack()) {
        var told = asked.comeBack();
        assertThat(told.until()).isEqualTo(asked.deferredUntil);
        assertThat(asked.isToComeBack()).as("it comes back once").isFalse();
        assertThat(asked.status.isWaiting()).as("and waits on").isTrue();
      }
      var at = since.plus(move.after());
      var word = word(move.to());
      var step = step(move, at);
      if (List.of(MAY_FOLLOW.get(model).split(" ")).contains(word)
          && !at.isBefore(since)
          && steps < 50) {
        var event = asked.become(step);
        assertThat(event).isExactlyInstanceOf(TOLD.get(word));
        model = word;
        since = at;
        steps++;
      } else {
        assertThatThrownBy(() -> asked.become(step)).isInstanceOf(ProblemException.class);
      }
      assertThat(word(asked.status)).isEqualTo(model);
      assertThat(asked.since).isEqualTo(since);
      assertThat(asked.steps).hasSize(steps);
      assertThat(asked.status.isWaiting())
          .isEqualTo(List.of("asked", "answered", "deferred").contains(model));
      assertThat(asked.deferredUntil != null).isEqualTo(model.equals("deferred"));
      assertThat(asked.reason != null).isEqualTo(model.equals("lost"));
    }
  }

  @Property(tries = 500)
  void nothing_ends_it_for_good_without_an_outcome_that_says_so(@ForAll("moves") List<Move> moves) {
    var asked = asked();
    for (var move : moves) {
      try {
        asked.become(step(move, asked.since.plus(move.after())));
      } catch (ProblemException refused) {
        continue;
      }
      assertThat(asked.status.next()).doesNotContain(AskStatus.ASKED);
      assertThat(asked.steps.getLast().status()).isEqualTo(asked.status);
    }
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(AskStatus.values()).filter(status -> status != AskStatus.ASKED),
            Arbitraries.of(
                Duration.ofDays(3), Duration.ofHours(1), Duration.ZERO, Duration.ofMillis(-1)),
            Arbitraries.of(LossReason.values()),
            Arbitraries.of(true, false))
        .as(Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Asked asked() {
    var ask =
        Ask.of(
            new NewAsk(
                AskDirection.OUTBOUND,
                "Would you?",
                List.of(UUID.randomUUID()),
                null,
                null,
                null,
                ASKED_AT),
            ASKED_AT);
    return Asked.of(
        ask, new KnownPerson(UUID.randomUUID(), "Ada", Circle.ACTIVE, null, false), null);
  }

  private static AskStep step(Move move, Instant at) {
    return new AskStep(
        move.to(),
        at,
        at,
        move.to() == AskStatus.DEFERRED ? LocalDate.parse("2026-06-01") : null,
        move.to() == AskStatus.LOST ? move.reason() : null,
        null);
  }

  private static String word(AskStatus status) {
    return switch (status) {
      case ASKED -> "asked";
      case ANSWERED -> "answered";
      case DEFERRED -> "deferred";
      case GRANTED -> "granted";
      case DECLINED -> "declined";
      case LOST -> "lost";
      case LET_GO -> "letGo";
    };
  }
}
