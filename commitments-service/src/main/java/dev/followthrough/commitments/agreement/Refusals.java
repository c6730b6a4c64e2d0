package dev.followthrough.commitments.agreement;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of agreements and commitments, as a client meets them when it breaks one. */
@ApplicationScoped
public class Refusals implements ProblemCatalogue {

  static final ProblemType NEVER_LATER =
      new ProblemType(
          "deadline-never-later",
          409,
          "A deadline never moves to a later time",
          "An agreement is due 168 hours after its meeting's end. It can be made due earlier while"
              + " nothing is promised, and never later: not past the week, and not back to it.");
  static final ProblemType DEADLINE_FIXED =
      new ProblemType(
          "deadline-fixed-by-promise",
          409,
          "Something is promised, so the deadline is fixed",
          "A promise is made for a date. Once a commitment of the agreement, or a part of one, is"
              + " promised, the deadline moves no more.");
  static final ProblemType DUE_TOO_EARLY =
      new ProblemType(
          "due-too-early",
          422,
          "The deadline would lie in the past",
          "`dueAt` must lie neither before now nor before the end of the meeting.");
  public static final ProblemType AGREEMENT_ENDED =
      new ProblemType(
          "agreement-ended",
          409,
          "The agreement is no longer open",
          "It was closed because all its commitments have ended, or voided. What it holds can be"
              + " read; its deadline can no longer change.");
  static final ProblemType COMMITMENT_ENDED =
      new ProblemType(
          "commitment-ended",
          409,
          "The commitment has ended",
          "It was delivered, missed, declined, disputed, has lapsed at its deadline or was voided,"
              + " and this can no longer be done with it. Its `status` and `reports` tell what came"
              + " of it.");
  static final ProblemType ALREADY_PROMISED =
      new ProblemType(
          "already-promised",
          409,
          "It is promised already",
          "A promise is made once, to a numbered wording, and cannot be declined or reworded"
              + " afterwards. To change the words, propose a new wording"
              + " (`POST /v1/commitments/{id}/wordings`), which binds when the other side accepts"
              + " it before the deadline.");
  static final ProblemType WORDS_NEEDED =
      new ProblemType(
          "words-needed",
          409,
          "It has no words yet",
          "Nobody can promise what has not been said. Set `text` first"
              + " (`PATCH /v1/commitments/{id}`).");
  static final ProblemType RECEIVER_NEEDED =
      new ProblemType(
          "receiver-needed",
          409,
          "It does not say to whom it is due",
          "In a group the owner's individual commitment names one participating contact before it"
              + " is promised. Set `receiverId` first (`PATCH /v1/commitments/{id}`).");
  static final ProblemType RECEIVER_FIXED =
      new ProblemType(
          "receiver-fixed",
          422,
          "Its receiver cannot be chosen",
          "A contact's individual commitment is due to the owner, and the shared one to all. Only"
              + " the owner's individual commitment names a receiver, and in a one-on-one that is"
              + " the contact.");
  public static final ProblemType NOT_A_PARTICIPANT =
      new ProblemType(
          "not-a-participant",
          422,
          "That person takes no part in it",
          "Name `owner` or the id of a contact who takes part in the agreement and, for `by`, in"
              + " this commitment.");
  public static final ProblemType NAME_ONE =
      new ProblemType(
          "name-one",
          422,
          "It is not clear who is meant",
          "Several people could be meant here. Name one of them.");
  static final ProblemType WORDING_NOT_IN_FORCE =
      new ProblemType(
          "wording-not-in-force",
          409,
          "That wording is not in force",
          "A promise is made to the newest wording in force. The one named has been replaced, waits"
              + " for the other side, or does not exist. Read the commitment again.");
  static final ProblemType WORDING_NOT_WAITING =
      new ProblemType(
          "wording-not-waiting",
          409,
          "That wording does not wait for acceptance",
          "It is in force already, or a newer wording has replaced it.");
  static final ProblemType OTHER_SIDE_ACCEPTS =
      new ProblemType(
          "other-side-accepts",
          422,
          "Only the other side can accept a wording",
          "A counter-proposal binds when it is accepted by the other side, never by the one who"
              + " proposed it: for an individual commitment by its receiver or its promiser, for"
              + " the shared one by everybody else who has a part in it.");
  static final ProblemType TOO_MANY_WORDINGS =
      new ProblemType(
          "too-many-wordings",
          409,
          "It has been reworded too often",
          "A commitment keeps all its wordings, up to 100. Promise the one in force, or decline.");
  static final ProblemType NOT_PROMISED =
      new ProblemType(
          "not-promised",
          409,
          "It is not promised",
          "Only what has been promised can be delivered. Promise it first"
              + " (`POST /v1/commitments/{id}/promise`), before the deadline.");
  static final ProblemType ALREADY_DELIVERED =
      new ProblemType(
          "already-delivered",
          409,
          "Its delivery is recorded already",
          "Each promise and each part is delivered once.");
  static final ProblemType NOT_MISSED =
      new ProblemType(
          "not-missed",
          409,
          "It has not been missed",
          "This is for a promise that was missed at its deadline. Before the deadline, record the"
              + " delivery instead (`POST /v1/commitments/{id}/delivery`).");
  static final ProblemType ALREADY_ATTESTED =
      new ProblemType(
          "already-attested",
          409,
          "The receiver has confirmed it already",
          "The receiver has attested that it arrived. That word stands: it is given once and cannot"
              + " be taken back by a denial.");
  static final ProblemType ONLY_RECEIVER_ATTESTS =
      new ProblemType(
          "only-receiver-attests",
          422,
          "Only the receiver can attest this",
          "That something arrived in time is attested by the one it was meant for, never by the one"
              + " who promised it. What the owner promised can only be attested by the contact, who"
              + " does so through a share link.");
  static final ProblemType NOT_IN_TIME =
      new ProblemType(
          "not-in-time",
          422,
          "That was after the deadline",
          "An attestation says that it arrived in time: `happenedAt` must not be after `dueAt`. A"
              + " late delivery is recorded as a delivery and does not undo the miss.");
  static final ProblemType WINDOW_CLOSED =
      new ProblemType(
          "window-closed",
          409,
          "The seven days are over",
          "A miss is corrected by the receiver within seven days after the deadline, and a delivery"
              + " is denied by the other side within seven days after it was recorded. After that"
              + " it stands as it is.");
  static final ProblemType NOTHING_TO_DENY =
      new ProblemType(
          "nothing-to-deny",
          409,
          "No delivery has been claimed",
          "Only a recorded delivery that has not been denied yet can be denied.");
  static final ProblemType OTHER_SIDE_DENIES =
      new ProblemType(
          "other-side-denies",
          422,
          "Only the other side can deny a delivery",
          "A delivery is denied by the one it was meant for: a contact's by the owner, the owner's"
              + " by the contact; and not by the side that reported it. What the owner's token"
              + " records of a contact's delivery is reported by the owner, whomever `reportedBy`"
              + " names.");
  static final ProblemType DENIED_THROUGH_LINK =
      new ProblemType(
          "denied-through-share-link",
          422,
          "What the owner delivered is denied through a share link",
          "Only the contact can say that it did not arrive, and says so itself: make it a share"
              + " link with `POST /v1/agreements/{id}/share-links`. A call of the owner's does not"
              + " speak for the other side.");
  static final ProblemType ALREADY_APOLOGISED =
      new ProblemType(
          "already-apologised",
          409,
          "An apology is recorded already",
          "A missed promise carries one apology.");
  public static final ProblemType HAPPENED_IN_FUTURE =
      new ProblemType(
          "happened-in-the-future",
          422,
          "What is reported has not happened yet",
          "`happenedAt` must not lie after now. Leave it out for what happens at this moment.");
  static final ProblemType HAPPENED_TOO_EARLY =
      new ProblemType(
          "happened-too-early",
          422,
          "It cannot have happened then",
          "A promise is not made before its meeting began, and a delivery, its attestation, its"
              + " denial or an apology does not come before the promise.");

  @Override
  public List<ProblemType> problems() {
    return List.of(
        NEVER_LATER,
        DEADLINE_FIXED,
        DUE_TOO_EARLY,
        AGREEMENT_ENDED,
        COMMITMENT_ENDED,
        ALREADY_PROMISED,
        WORDS_NEEDED,
        RECEIVER_NEEDED,
        RECEIVER_FIXED,
        NOT_A_PARTICIPANT,
        NAME_ONE,
        WORDING_NOT_IN_FORCE,
        WORDING_NOT_WAITING,
        OTHER_SIDE_ACCEPTS,
        TOO_MANY_WORDINGS,
        NOT_PROMISED,
        ALREADY_DELIVERED,
        NOT_MISSED,
        ALREADY_ATTESTED,
        ONLY_RECEIVER_ATTESTS,
        NOT_IN_TIME,
        WINDOW_CLOSED,
        NOTHING_TO_DENY,
        OTHER_SIDE_DENIES,
        DENIED_THROUGH_LINK,
        ALREADY_APOLOGISED,
        HAPPENED_IN_FUTURE,
        HAPPENED_TOO_EARLY);
  }
}
