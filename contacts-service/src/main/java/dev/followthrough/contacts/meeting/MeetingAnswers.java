package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.touch.TouchAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Which touches were answered in a meeting: as the owner says, never guessed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MeetingAnswers {

  private final TouchAnswers touches;

  MeetingAnswers(TouchAnswers touches) {
    this.touches = touches;
  }

  /**
   * From now on the meeting names these touches and no others. Its contacts are held on to, and it
   * is written.
   *
   * @param touchIds null for none
   * @return those that it names, in the order in which it was told of them
   * @throws dev.followthrough.platform.problem.ProblemException when one that is new to it cannot
   *     have been answered in it
   */
  List<UUID> say(Meeting meeting, Collection<UUID> contactIds, List<UUID> touchIds) {
    var wanted = touchIds == null ? List.<UUID>of() : touchIds;
    var named = MeetingAnswer.of(meeting.id);
    MeetingAnswerRule.check(
        meeting, contactIds, wanted, named::contains, touches.find(new HashSet<>(wanted)));
    var gone = named.stream().filter(id -> !wanted.contains(id)).toList();
    var added = wanted.stream().filter(id -> !named.contains(id)).toList();
    if (!gone.isEmpty()) {
      MeetingAnswer.forget(meeting.id, gone);
    }
    added.forEach(id -> MeetingAnswer.of(meeting.id, id).persist());
    MeetingAnswer.flush();
    var changed = new HashSet<>(gone);
    changed.addAll(added);
    touches.settle(changed);
    return MeetingAnswer.of(meeting.id);
  }

  /** The meeting counts as held no more, or again. Its contacts are held on to. */
  void settle(UUID meetingId) {
    touches.settle(MeetingAnswer.of(meetingId));
  }
}
