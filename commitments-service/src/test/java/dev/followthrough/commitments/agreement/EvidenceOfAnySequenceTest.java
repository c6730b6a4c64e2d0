package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.outcome.Outcomes;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is evidence, after random sequences of calls, and what was at any instant before. */
class EvidenceOfAnySequenceTest {

  @Provide
  Arbitrary<List<AnySequenceTest.Step>> anything() {
    return AnySequenceTest.steps(Set.of(AnySequenceTest.Call.VOID_MEETING));
  }

  @Example
  void a_deadline_that_has_passed_is_a_miss_also_before_its_work_is_done() {
    var play = new Play(1);
    var ada = play.party(1);
    var theirs =
        play.agreement.commitments.stream()
            .filter(c -> ada.equals(c.promiser))
            .findFirst()
            .orElseThrow();
    var words = new Terms(new Words("Send", null, null, null), Party.OWNER);
    play.does(() -> theirs.reword(words, play.now));
    play.does(() -> theirs.promise(ada, null, play.told(ada, Duration.ZERO)));
    assertThat(theirs.status).isEqualTo(CommitmentStatus.PROMISED);
    assertThat(evidence(play, ada, Play.WEEK)).isEmpty();
    assertThat(evidence(play, ada, Play.WEEK.plusMillis(1)))
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.kept()).isFalse();
              assertThat(ended.closedAt()).isEqualTo(Play.WEEK);
            });
  }

  @Property(tries = 1000)
  void evidence_as_of_an_instant_is_what_was_delivered_and_missed_then(
      @ForAll("anything") List<AnySequenceTest.Step> steps,
      @ForAll @IntRange(min = 1, max = 3) int contacts) {
    var play = new Play(contacts);
    var then = new TreeMap<Instant, Map<Play.Share, CommitmentStatus>>();
    for (var step : steps) {
      AnySequenceTest.apply(step, play);
      play.moveTo(play.now);
      then.put(play.now, new HashMap<>(play.told));
    }
    then.forEach((asOf, told) -> assertEvidence(play, asOf, told));
  }

  @Property(tries = 300)
  void evidence_lies_between_promiser_and_receiver_only(
      @ForAll("anything") List<AnySequenceTest.Step> steps) {
    var play = new Play(3);
    steps.forEach(step -> AnySequenceTest.apply(step, play));
    for (var contact : play.parties.subList(1, play.parties.size())) {
      for (var ended : evidence(play, contact, play.now)) {
        var commitment = play.agreement.commitment(ended.commitmentId());
        assertThat(ended.by()).isIn(contact, Party.OWNER);
        if (commitment.kind == CommitmentKind.INDIVIDUAL) {
          assertThat(Set.of(commitment.promiser, commitment.receiver))
              .containsExactlyInAnyOrder(contact, Party.OWNER);
        }
      }
    }
  }

  private static void assertEvidence(
      Play play, Instant asOf, Map<Play.Share, CommitmentStatus> told) {
    for (var contact : play.parties.subList(1, play.parties.size())) {
      var found = new HashMap<Play.Share, Boolean>();
      for (var ended : evidence(play, contact, asOf)) {
        assertThat(ended.closedAt()).isBeforeOrEqualTo(asOf);
        found.put(new Play.Share(ended.commitmentId(), ended.by()), ended.kept());
      }
      for (var commitment : between(play, contact)) {
        for (var by : List.of(contact, Party.OWNER)) {
          var share = new Play.Share(commitment.id(), by);
          if (told.containsKey(share)) {
            var kept =
                switch (told.get(share)) {
                  case DELIVERED -> Boolean.TRUE;
                  case MISSED -> Boolean.FALSE;
                  default -> null;
                };
            assertThat(found.get(share)).as("%s as of %s", share, asOf).isEqualTo(kept);
          }
        }
      }
    }
  }

  private static List<Ended> evidence(Play play, Party contact, Instant asOf) {
    return Outcomes.of(between(play, contact), contact.contact(), asOf);
  }

  private static List<CommitmentView> between(Play play, Party contact) {
    return play.agreement.commitments.stream()
        .filter(c -> c.isShared() || contact.equals(c.promiser) || contact.equals(c.receiver))
        .map(CommitmentView::of)
        .toList();
  }
}
