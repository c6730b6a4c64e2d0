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

/** What the owner missed, be it delivered late or not, and has not apologised for. */
@ApplicationScoped
class ApologyActions implements ActionSource {

  private static final Shape SHAPE =
      OwnerActions.shape(
          """
          c.parts @> '[{"by": "owner", "state": "missed"}]'
            and not c.reports @> '[{"kind": "apologised", "by": "owner"}]'\
          """);

  private final OpenRows rows;

  ApologyActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.APOLOGY;
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
        null,
        row.at(),
        row.contactIds(),
        "commitment/" + row.subject(),
        Doing.post("/v1/commitments/" + row.subject() + "/apology"),
        names ->
            "Apologise to " + names + ": you missed what you promised" + OwnerActions.text(row));
  }
}
