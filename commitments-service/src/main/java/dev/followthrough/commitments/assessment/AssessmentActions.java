package dev.followthrough.commitments.assessment;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.commitments.agreement.WordsInForce;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * What the owner can assess and has not, for as long as {@link Blindness} lets them, by the rule of
 * {@link Assessable}: of shared work one line, with those whose assessment is still to be given.
 */
@ApplicationScoped
class AssessmentActions implements ActionSource {

  private static final String NOT_GIVEN =
      """
      not exists (select from assessment s where s.commitment_id = c.id
        and s.contact_id = %s and s.given_by = 'owner')\
      """;

  private static final String PROMISER = "nullif(c.promiser, 'owner')::uuid";
  private static final String PARTNER = "nullif(part ->> 'by', 'owner')::uuid";

  private static final String CONTACTS =
      """
      case when c.kind = 'INDIVIDUAL' then array[%s]
        else array(select %s from jsonb_array_elements(c.parts) part
          where part ->> 'by' <> 'owner' and part ->> 'state' in ('delivered', 'missed')
            and %s) end\
      """
          .formatted(PROMISER, PARTNER, NOT_GIVEN.formatted(PARTNER));

  private static final Shape SHAPE =
      Shape.withSeveral(
              "commitment c",
              "c.id",
              "c.due_at",
              "c.due_at",
              CONTACTS,
              """
          c.due_at >= :opened and (
            c.kind = 'INDIVIDUAL' and c.receiver = 'owner' and c.status in ('DELIVERED', 'MISSED')
            or c.kind = 'SHARED' and (c.parts @> '[{"by": "owner", "state": "delivered"}]'
              or c.parts @> '[{"by": "owner", "state": "missed"}]'))
          and (c.kind = 'SHARED' or %s and (c.status = 'DELIVERED'
            or c.reports @> '[{"kind": "delivered"}]' and not c.reports @> '[{"kind": "denied"}]'))\
          """
                  .formatted(NOT_GIVEN.formatted(PROMISER)),
              "c.kind",
              WordsInForce.OF_C)
          .nearBy(
              "c.agreement_id in (select i.agreement_id from commitment i"
                  + " where i.promiser = any(:inner::text[]))");

  private final OpenRows rows;

  AssessmentActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.ASSESSMENT;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    var opened = Map.<String, Object>of("opened", wanted.now().minus(Blindness.LENGTH));
    return rows.read(kind(), SHAPE, wanted, opened).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    boolean shared = row.details().getFirst().equals("SHARED");
    var words = WordsInForce.ending(row.details().get(1));
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        Blindness.closesAt(row.at()),
        null,
        row.contactIds(),
        "commitment/" + row.subject(),
        Doing.post("/v1/commitments/" + row.subject() + "/assessment"),
        names ->
            shared
                ? "Assess how you worked together with %s%s".formatted(names, words)
                : "Assess what you got from %s%s".formatted(names, words));
  }
}
