package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What the owner promised and has not delivered, until its deadline. */
@ApplicationScoped
class PromiseActions implements ActionSource {

  private static final Shape SHAPE =
      OwnerActions.shape(
          """
          c.parts @> '[{"by": "owner", "state": "promised"}]' and c.due_at >= :now\
          """);

  private final OpenRows rows;

  PromiseActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.OWN_PROMISE;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        row.at(),
        null,
        row.contactIds(),
        "commitment/" + row.subject(),
        Doing.post("/v1/commitments/" + row.subject() + "/delivery"),
        names -> "Deliver what you promised " + names + OwnerActions.text(row));
  }
}
