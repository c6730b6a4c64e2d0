package dev.followthrough.contacts.merge;

import static dev.followthrough.platform.reference.Reference.id;
import static dev.followthrough.platform.reference.Reference.json;

import dev.followthrough.platform.reference.Reference;
import java.util.List;

/**
 * Every column of this service that names a contact and follows a merge; what hangs on something
 * stands after it. What a contact is found by, its standing as it was told, its turn and which
 * goals it names are the contact's own, and stay with it.
 */
final class MergedColumns {

  static final String MEETINGS = "attendance.contact_id";
  static final String TOUCHES = "touch.contact_id";

  /** Touches of which this service heard after the merge, and that go back with it. */
  static final String LATE = "touch.late";

  /** Whom others name as their introducer. */
  static final String INTRODUCERS = "contact.details";

  static final List<Reference> OWN =
      List.of(
          id("attendance", "contact_id").keyedBy("meeting_id"),
          id("verdict", "contact_id").under("meeting_id", MEETINGS),
          id("touch", "contact_id").under("answers", TOUCHES),
          id("open_loop", "contact_id").under("id", TOUCHES),
          id("circle_move", "contact_id"),
          json("contact", "details").where("row.id not in (ids.gone, ids.kept)"));

  /** What commitments-service tells of: it follows when that says so. */
  static final List<Reference> OF_COMMITMENTS =
      List.of(id("owed", "contact_id").keyedBy("agreement_id").under("meeting_id", MEETINGS));

  private MergedColumns() {}
}
