package dev.followthrough.commitments.telling;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.Brief;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * With whom to make a 1:1:1, by what was last told of the expectation gap (C6): of somebody liked
 * or proven long ago a 1:1:1, of somebody connected and not respected what they missed, and a small
 * one at most. Not while one with them is open or a meeting with them lies ahead.
 */
@ApplicationScoped
class ProposalActions implements ActionSource {

  private static final Shape SHAPE =
      Shape.withOne(
              "told_standing t",
              "t.id",
              "t.gap_since",
              "t.gap_since",
              "t.id",
              """
              t.gap is not null
                and t.id not in (
                  select unnest(a.contact_ids) from agreement a where a.status = 'OPEN')
                and t.id not in (
                  select unnest(m.contact_ids) from appointment m where m.ends_at > :now)\
              """,
              "t.gap",
              """
              (select (select w ->> 'text' from jsonb_array_elements(c.wordings) w
                 where (w ->> 'number')::int = c.in_force)
               from commitment c where c.promiser = t.id::text and c.status = 'MISSED'
               order by c.id desc limit 1)\
              """)
          .amongThose(Shape.WANTED);

  private final OpenRows rows;

  ProposalActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.ONE_ONE_ONE_TO_PROPOSE;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    var gap = GapVerdict.valueOf(row.details().getFirst());
    var missed = row.details().get(1);
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        null,
        row.at(),
        row.contactIds(),
        "contact/" + row.subject(),
        Doing.post("/v1/meetings"),
        "Propose a 1:1:1 to %s."::formatted,
        names -> words(gap, names, missed));
  }

  private static String words(GapVerdict gap, String names, String missed) {
    return switch (gap) {
      case LIKED_NOT_PROVEN ->
          "Propose a 1:1:1 to %s: you get on well, and there is no promise to go by."
              .formatted(names);
      case PROVEN_NOT_LATELY ->
          "Propose a 1:1:1 to %s: they kept what they promised, but not lately.".formatted(names);
      case CONNECTED_NOT_RESPECTED ->
          "Propose a small 1:1:1 to %s, if any: they missed %s"
              .formatted(
                  names, missed == null ? "what they promised." : "this: " + Brief.of(missed));
    };
  }
}
