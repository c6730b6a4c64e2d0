package dev.followthrough.commitments.appointment;

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

/** Meetings whose end has passed while they are still only scheduled. */
@ApplicationScoped
class ConfirmActions implements ActionSource {

  private static final Shape SHAPE =
      Shape.withSeveral(
          "appointment m", "m.id", "m.ends_at", "m.ends_at", "m.contact_ids", "m.ends_at <= :now");

  private final OpenRows rows;

  ConfirmActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.MEETING_TO_CONFIRM;
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
        "meeting/" + row.subject(),
        Doing.post("/v1/meetings/" + row.subject() + "/hold"),
        names ->
            "Say whether your meeting with %s took place: its time has passed.".formatted(names));
  }
}
