package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;

/** What the two kinds of lines about the owner's own promises have in common. */
final class OwnerActions {

  /** To whom the owner's part is due; nobody where an erased contact has left the owner's side. */
  private static final String CONTACTS =
      """
      case when c.kind = 'INDIVIDUAL' then array[nullif(c.receiver, 'owner')::uuid]
        else array(select nullif(part ->> 'by', 'owner')::uuid
          from jsonb_array_elements(c.parts) part) end\
      """;

  /** In each agreement each contact has an individual commitment. */
  private static final String NEAR =
      "c.agreement_id in (select i.agreement_id from commitment i"
          + " where i.promiser = any(:inner::text[]))";

  private OwnerActions() {}

  static Shape shape(String open) {
    return Shape.withSeveral(
            "commitment c", "c.id", "c.due_at", "c.due_at", CONTACTS, open, WordsInForce.OF_C)
        .nearBy(NEAR);
  }

  /** What the commitment says, as the end of a sentence. */
  static String text(Row row) {
    return WordsInForce.ending(row.details().getFirst());
  }
}
