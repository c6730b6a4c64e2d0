package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.touch.TouchAnswers.Answerable;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which touches can be answered in a meeting: those with somebody who takes part, of either
 * direction, that happened not after its end.
 */
final class MeetingAnswerRule {

  private MeetingAnswerRule() {}

  /**
   * @param known what the meeting names already; it is not looked at again
   * @param touches by id, as far as they are known
   * @throws ProblemException with a fault for each touch that cannot be answered in it
   */
  static void check(
      Meeting meeting,
      Collection<UUID> contactIds,
      List<UUID> wanted,
      Predicate<UUID> known,
      Map<UUID, Answerable> touches) {
    var faults = new ArrayList<FieldError>();
    for (var i = 0; i < wanted.size(); i++) {
      var pointer = "/answers/" + i;
      var touch = touches.get(wanted.get(i));
      if (known.test(wanted.get(i))) {
        continue;
      }
      if (touch == null) {
        faults.add(new FieldError(pointer, "unknown-touch", "there is no such touch"));
      } else if (!contactIds.contains(touch.contactId())) {
        faults.add(
            new FieldError(pointer, "takes-part", "is a touch with somebody who took no part"));
      } else if (touch.happenedAt().isAfter(meeting.endsAt)) {
        faults.add(new FieldError(pointer, "not-later", "happened after the meeting"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          MeetingProblems.CANNOT_ANSWER,
          "%d of the touches cannot have been answered in it.".formatted(faults.size()),
          faults);
    }
  }
}
