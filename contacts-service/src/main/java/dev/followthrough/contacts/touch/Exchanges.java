package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.openloop.Awaited;
import dev.followthrough.contacts.openloop.OpenLoopRule;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.events.LoopEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What touches are to each other: which is answered, and which waits for a word of the owner. Both
 * follow from the touches, and from what says elsewhere that it answers them; they are brought up
 * to date after each change of one.
 */
@ApplicationScoped
class Exchanges {

  private final OpenLoops loops;
  private final AnswerSource elsewhere;

  Exchanges(OpenLoops loops, AnswerSource elsewhere) {
    this.loops = loops;
    this.elsewhere = elsewhere;
  }

  /**
   * Brings these up to date, their answers and the answers to those: whether thanks need a word
   * depends on what they answer, and on what that answers in turn.
   */
  void settle(Collection<Touch> changed) {
    var all = new LinkedHashMap<UUID, Touch>();
    changed.forEach(touch -> all.put(touch.id, touch));
    var generation = all.keySet().stream().toList();
    for (var depth = 0; depth < 2 && !generation.isEmpty(); depth++) {
      var answering = Touch.answering(generation);
      answering.forEach(touch -> all.putIfAbsent(touch.id, touch));
      generation = answering.stream().map(touch -> touch.id).toList();
    }
    var answeredElsewhere = elsewhere.answeredAt(all.keySet());
    all.values().forEach(touch -> settle(touch, answeredElsewhere.get(touch.id)));
  }

  private void settle(Touch touch, Instant answeredElsewhere) {
    touch.answeredAt =
        Stream.concat(
                Touch.answering(List.of(touch.id)).stream()
                    .filter(Touch::countsAsAnswer)
                    .map(answer -> answer.happenedAt),
                Stream.ofNullable(answeredElsewhere))
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (touch.isInbound()) {
      settleLoop(touch);
    }
  }

  private void settleLoop(Touch touch) {
    OpenLoopRule.reason(touch.direction, touch.awaitsReply, touch.saysThanks, isAmongThanks(touch))
        .ifPresentOrElse(
            reason ->
                loops.await(
                    new Awaited(
                        touch.id,
                        touch.contactId,
                        reason,
                        touch.kind,
                        touch.happenedAt,
                        touch.answeredAt != null)),
            () -> loops.drop(touch.id, LoopEnd.CHANGED));
  }

  /** It answers thanks, or the acknowledgement of thanks. */
  private static boolean isAmongThanks(Touch touch) {
    var answered = touch.saysThanks ? find(touch.answers) : null;
    if (answered == null) {
      return false;
    }
    var before = find(answered.answers);
    return answered.saysThanks || before != null && before.saysThanks;
  }

  private static Touch find(UUID id) {
    return id == null ? null : Touch.findById(id);
  }
}
