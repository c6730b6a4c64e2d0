package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;

/** What the two kinds of lines about the owner's own promises have in common. */
final class OwnerActions {

  private static final String FROM =
      "commitment c join agreement a on a.owner_id = c.owner_id and a.id = c.agreement_id";

  /** To whom the owner's part is due; nobody where an erased contact has left the owner's side. */
  private static final String CONTACTS =
      "case when c.kind = 'INDIVIDUAL' then array[nullif(c.receiver, 'owner')::uuid]"
          + " else a.contact_ids end";

  private static final String TEXT =
      """
      (select w ->> 'text' from jsonb_array_elements(c.wordings) w
       where (w ->> 'number')::int = c.in_force)\
      """;

  private OwnerActions() {}

  static Shape shape(String open) {
    return Shape.withSeveral(FROM, "c.id", "a.due_at", "a.due_at", CONTACTS, open, TEXT);
  }

  /** What the commitment says, as the end of a sentence. */
  static String text(Row row) {
    var text = row.details().getFirst();
    return text == null ? "." : ": " + text;
  }
}
