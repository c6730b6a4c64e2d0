package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** An agreement with one or two contacts, to try the rules on; every call is made at its now. */
abstract class Rules {

  Play play = new Play(1);
  Party owner = Party.OWNER;
  Party ada = play.party(1);
  Party bob;

  void inAGroup() {
    play = new Play(2);
    ada = play.party(1);
    bob = play.party(2);
  }

  Instant dueAt() {
    return play.agreement.dueAt;
  }

  Commitment shared() {
    return play.commitment(0);
  }

  Commitment of(Party promiser) {
    return play.agreement.commitments.stream()
        .filter(c -> promiser.equals(c.promiser))
        .findFirst()
        .orElseThrow();
  }

  Told now() {
    return play.told(owner, Duration.ZERO);
  }

  Told saidBy(Party party) {
    return play.told(party, Duration.ZERO);
  }

  /** By the party itself, through a share link. */
  Told throughLink(Party party) {
    return saidBy(party).from(party);
  }

  Told at(Instant happenedAt) {
    return new Told(owner, happenedAt, play.now, null, null);
  }

  List<CommitmentsEvent> does(Supplier<List<CommitmentsEvent>> change) {
    var before = play.events.size();
    assertThat(play.does(change)).as("accepted").isTrue();
    return List.copyOf(play.events.subList(before, play.events.size()));
  }

  <E> E does(Class<E> event, Supplier<List<CommitmentsEvent>> change) {
    return does(change).stream()
        .filter(event::isInstance)
        .map(event::cast)
        .findFirst()
        .orElseThrow();
  }

  void refused(ProblemType why, Supplier<List<CommitmentsEvent>> change) {
    play.moveTo(play.now);
    assertThatThrownBy(() -> play.agreement.change(play.now, change))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type().name()).isEqualTo(why.name()));
  }

  void worded(Commitment c) {
    does(() -> c.reword(new Terms(words("Send the link"), c.receiver), play.now));
  }

  Commitment promised(Commitment c) {
    worded(c);
    does(() -> c.promise(null, null, now()));
    return c;
  }

  Commitment missed(Commitment c) {
    promised(c);
    play.moveTo(dueAt().plusMillis(1));
    return c;
  }

  CommitmentStatus partOf(Commitment c, Party by) {
    return c.part(by).orElseThrow().state();
  }

  static Words words(String text) {
    return new Words(text, null, null, null);
  }

  static <T> List<T> each(Commitment c, Function<Report, T> what) {
    return c.reports.stream().map(what).toList();
  }
}
