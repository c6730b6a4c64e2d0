package dev.followthrough.commitments.merge;

import static dev.followthrough.platform.reference.Reference.array;
import static dev.followthrough.platform.reference.Reference.id;
import static dev.followthrough.platform.reference.Reference.json;
import static dev.followthrough.platform.reference.Reference.text;

import dev.followthrough.platform.reference.Reference;
import java.util.List;

/**
 * Every column of this service that names a contact and follows a merge; what hangs on something
 * stands after it. A row by the contact's own id ({@code person}, {@code told_standing}, {@code
 * touch_turn}) is about the one contact and stays with it, as does what is hidden of a line that is
 * about the contact itself; {@code offered_word} is made from what the contact is known for.
 */
final class MergedColumns {

  private static final String AGREEMENTS = "agreement.contact_ids";
  private static final String MEETINGS = "appointment.contact_ids";
  private static final String TOUCHES = "touch.contact_id";

  static final List<Reference> ALL =
      List.of(
          array("appointment", "contact_ids"),
          id("attendance", "contact_id").keyedBy("meeting_id").under("meeting_id", MEETINGS),
          id("person_met", "contact_id").keyedBy("meeting_id").under("meeting_id", MEETINGS),
          array("agreement", "contact_ids").under("meeting_id", MEETINGS),
          json("agreement", "counterparts").under("id", AGREEMENTS),
          text("commitment", "promiser").under("agreement_id", AGREEMENTS),
          text("commitment", "receiver").under("agreement_id", AGREEMENTS),
          json("commitment", "parts").under("agreement_id", AGREEMENTS),
          json("commitment", "wordings").under("agreement_id", AGREEMENTS),
          json("commitment", "reports").under("agreement_id", AGREEMENTS),
          id("assessment", "contact_id").under("agreement_id", AGREEMENTS),
          text("assessment", "given_by").under("agreement_id", AGREEMENTS),
          id("share_link", "contact_id").under("agreement_id", AGREEMENTS),
          id("touch", "contact_id").under("answers", TOUCHES),
          id("open_loop", "contact_id").under("id", TOUCHES),
          id("favour", "contact_id")
              .under("commitment_id", "commitment.promiser", "commitment.receiver"),
          // of an ask that reached both before they were merged, the two stay apart
          id("asked", "contact_id")
              .unless(
                  "exists (select from asked other"
                      + " where other.ask_id = row.ask_id and other.contact_id = ids.kept)"),
          array("hidden_action", "contact_ids").where("row.subject_id <> ids.gone"));

  private MergedColumns() {}
}
