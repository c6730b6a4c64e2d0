package dev.followthrough.contacts.touch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which touch can answer which: one of the same contact, in the other direction, that is not later,
 * and neither itself nor one of its own answers.
 */
final class AnswerRule {

  private AnswerRule() {}

  /**
   * @param find looks a touch up, null for none
   * @throws dev.followthrough.platform.problem.ProblemException when the touch cannot answer what
   *     it names
   */
  static void check(Touch touch, Function<UUID, Touch> find) {
    if (touch.answers == null) {
      return;
    }
    if (touch.answers.equals(touch.id)) {
      throw TouchProblems.cannotAnswer("not-itself", "a touch does not answer itself");
    }
    var answered = find.apply(touch.answers);
    if (answered == null) {
      throw TouchProblems.cannotAnswer("unknown-touch", "there is no such touch");
    }
    if (!answered.contactId.equals(touch.contactId)) {
      throw TouchProblems.cannotAnswer("same-contact", "is a touch with another contact");
    }
    if (answered.direction == touch.direction) {
      throw TouchProblems.cannotAnswer("other-direction", "is a touch of the same direction");
    }
    if (answered.happenedAt.isAfter(touch.happenedAt)) {
      throw TouchProblems.cannotAnswer("not-later", "happened after this touch");
    }
    if (isAnswerTo(answered, touch, find)) {
      throw TouchProblems.cannotAnswer("not-each-other", "answers this touch itself");
    }
  }

  /** Only touches of one and the same moment could answer each other in a circle. */
  private static boolean isAnswerTo(Touch later, Touch touch, Function<UUID, Touch> find) {
    var at = later;
    while (at != null && at.answers != null && at.happenedAt.equals(touch.happenedAt)) {
      if (at.answers.equals(touch.id)) {
        return true;
      }
      at = find.apply(at.answers);
    }
    return false;
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException when one of its answers would have
   *     come before it
   */
  static void checkMoment(Instant happenedAt, List<Touch> answering) {
    answering.stream()
        .filter(answer -> answer.happenedAt.isBefore(happenedAt))
        .findFirst()
        .ifPresent(
            answer -> {
              throw TouchProblems.ANSWERED_BEFORE
                  .because(
                      "The touch %s answered it at %s.".formatted(answer.id, answer.happenedAt))
                  .with("answerId", answer.id);
            });
  }

  /**
   * The same of an answer that is no touch.
   *
   * @param answeredElsewhere when it was answered in a meeting, or null when it was not
   */
  static void checkMoment(Instant happenedAt, Instant answeredElsewhere) {
    if (answeredElsewhere != null && answeredElsewhere.isBefore(happenedAt)) {
      throw TouchProblems.ANSWERED_BEFORE.because(
          "It was answered in a meeting that ended at %s.".formatted(answeredElsewhere));
    }
  }
}
