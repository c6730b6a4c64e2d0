package dev.followthrough.commitments.openloop;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The questions and thanks of contacts that wait for a word of the owner's. */
@ApplicationScoped
class LoopActions implements ActionSource {

  private static final Shape SHAPE =
      Shape.withOne(
          "open_loop l", "l.id", "l.opened_at", "l.opened_at", "l.contact_id", "true", "l.reason");

  private final OpenRows rows;

  LoopActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.OPEN_LOOP;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    var reason = LoopReason.valueOf(row.details().getFirst());
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        null,
        row.at(),
        row.contactIds(),
        "open-loop/" + row.subject(),
        Doing.post("/v1/touches"),
        names ->
            switch (reason) {
              case QUESTION -> "Answer %s: their question waits.".formatted(names);
              case THANKS -> "Send %s a word: their thanks wait for one.".formatted(names);
            });
  }
}
