package dev.followthrough.commitments.turn;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.Brief;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Contacts whose turn to be written to has come, today or within the {@value #DAYS} days before: a
 * turn that was not taken by then comes again by itself, a cadence later.
 */
@ApplicationScoped
class TouchActions implements ActionSource {

  static final int DAYS = 14;

  private static final Shape SHAPE =
      Shape.withOne(
              "touch_turn d",
              "d.id",
              "d.due_at",
              "d.due_at",
              "d.id",
              "d.due_at > :passed and d.on_day <= :today",
              "d.words",
              "d.question")
          .amongThose(Shape.WANTED);

  private final OpenRows rows;

  TouchActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.TOUCH_DUE;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    var passed = wanted.today().minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    return rows.read(kind(), SHAPE, wanted, Map.of("passed", passed)).stream()
        .map(this::action)
        .toList();
  }

  private OpenAction action(Row row) {
    var words = row.details().getFirst();
    var question = row.details().get(1);
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
        Doing.post("/v1/touches"),
        names ->
            words == null
                ? "Be in touch with %s again: it is the day for it.".formatted(names)
                : "Be in touch with %s: %s%s"
                    .formatted(
                        names, Brief.of(words), question == null ? "" : " " + Brief.of(question)));
  }
}
