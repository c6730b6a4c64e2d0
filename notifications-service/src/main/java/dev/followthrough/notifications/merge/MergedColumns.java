package dev.followthrough.notifications.merge;

import static dev.followthrough.platform.reference.Reference.id;
import static dev.followthrough.platform.reference.Reference.json;
import static dev.followthrough.platform.reference.Reference.text;

import dev.followthrough.platform.reference.Reference;
import java.util.List;

/**
 * Every column of this service that names a contact and follows a merge; what hangs on something
 * stands after it. Each follows the service that told of it: its events name the one contact up to
 * the move, and the other from then on. Days for keeping in touch stay with whose turn they were:
 * contacts-service plans them anew. What is in the event log stays as it was told.
 */
final class MergedColumns {

  private static final String MEETINGS = "diary_entry.people";
  private static final String AGREEMENTS = "deadline.participants";

  /** What contacts-service tells of. */
  static final List<Reference> OF_CONTACTS =
      List.of(json("diary_entry", "people").keyedBy("subject_id").where("row.kind = 'MEETING'"));

  /** What commitments-service tells of. */
  static final List<Reference> OF_COMMITMENTS =
      List.of(
          json("deadline", "participants").under("meeting_id", MEETINGS),
          text("owed", "receiver").under("agreement_id", AGREEMENTS),
          json("owed", "owing").under("agreement_id", AGREEMENTS),
          json("owed", "promised").under("agreement_id", AGREEMENTS),
          json("owed", "missed").under("agreement_id", AGREEMENTS),
          json("owed", "delivered").under("agreement_id", AGREEMENTS),
          json("owed", "assessed").under("agreement_id", AGREEMENTS),
          ofDeadlines("people"),
          ofDeadlines("tasks"),
          id("reminder", "asked_contact_id").keyedBy("asked_id"));

  private MergedColumns() {}

  private static Reference ofDeadlines(String column) {
    return json("diary_entry", column)
        .keyedBy("subject_id")
        .where("row.kind = 'DEADLINE'")
        .under("subject_id", AGREEMENTS);
  }
}
