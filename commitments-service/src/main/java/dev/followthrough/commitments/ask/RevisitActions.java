package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Asks that were deferred, both ways, and whose day has come. */
@ApplicationScoped
class RevisitActions implements ActionSource {

  private static final Shape SHAPE =
      Shape.withOne(
          "asked x",
          "x.id",
          "x.since",
          "x.since",
          "x.contact_id",
          "x.status = 'DEFERRED' and x.came_back",
          "x.direction",
          "x.ask_id::text");

  private final OpenRows rows;

  RevisitActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.ASK_REVISIT;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    var direction = AskDirection.valueOf(row.details().getFirst());
    var askId = row.details().get(1);
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        null,
        row.at(),
        row.contactIds(),
        "ask/" + askId,
        Doing.post("/v1/asks/" + askId + "/outcomes"),
        names ->
            switch (direction) {
              case OUTBOUND ->
                  "Ask %s again: the day has come to which it was put off.".formatted(names);
              case INBOUND ->
                  "Come back to what %s asked of you: the day has come.".formatted(names);
            });
  }
}
