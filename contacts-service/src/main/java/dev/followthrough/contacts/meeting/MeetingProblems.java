package dev.followthrough.contacts.meeting;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a meeting is refused. */
@ApplicationScoped
class MeetingProblems implements ProblemCatalogue {

  static final ProblemType NOT_OVER =
      new ProblemType(
          "meeting-not-over",
          409,
          "The meeting is not over yet",
          "A meeting counts as held only once its end is past. Wait until `endsAt`, or correct"
              + " the times while it is scheduled.");
  static final ProblemType CONTACT_REMOVED =
      new ProblemType(
          "contact-removed",
          409,
          "A contact of the meeting was removed meanwhile",
          "The meeting cannot be held with somebody who is no longer in the network. Take the"
              + " contact out of the meeting while it is scheduled, or cancel it.");
  static final ProblemType FIXED =
      new ProblemType(
          "meeting-fixed",
          409,
          "The meeting's times and people are fixed",
          "Kind, times, people and practice can be changed only while the meeting is scheduled."
              + " Place, link, topics and notes can be changed later too. A meeting recorded in"
              + " error can be voided while nothing is promised.");
  static final ProblemType ALREADY_HELD =
      new ProblemType(
          "meeting-already-held",
          409,
          "The meeting was held already",
          "A held meeting can be neither held again nor cancelled. One recorded in error can be"
              + " voided while nothing is promised.");
  static final ProblemType ALREADY_CANCELLED =
      new ProblemType(
          "meeting-already-cancelled",
          409,
          "The meeting was cancelled",
          "A cancelled meeting is neither held, cancelled again nor voided. If it took place"
              + " after all, record it anew.");
  static final ProblemType ALREADY_VOIDED =
      new ProblemType(
          "meeting-already-voided",
          409,
          "The meeting was voided",
          "A voided meeting is neither held, cancelled nor voided again. If it took place after"
              + " all, record it anew.");
  static final ProblemType NOT_HELD =
      new ProblemType(
          "meeting-not-held",
          409,
          "The meeting was not held",
          "Only a held meeting can be voided, or answer a touch. Cancel a scheduled one, or say first"
              + " that it took place.");
  static final ProblemType PROMISED =
      new ProblemType(
          "meeting-promised",
          409,
          "Something was promised in the meeting's agreement",
          "A held meeting can be voided only while nothing is promised. What was promised stays,"
              + " and so does the meeting.");

  static final ProblemType CANNOT_ANSWER =
      new ProblemType(
          "meeting-cannot-answer",
          422,
          "The meeting cannot answer a touch that it names",
          "`answers` names touches with people who took part, not later than the meeting's end."
              + " `errors` says what is wrong with which.");

  @Override
  public List<ProblemType> problems() {
    return List.of(
        NOT_OVER,
        CONTACT_REMOVED,
        FIXED,
        ALREADY_HELD,
        ALREADY_CANCELLED,
        ALREADY_VOIDED,
        NOT_HELD,
        PROMISED,
        CANNOT_ANSWER);
  }
}
