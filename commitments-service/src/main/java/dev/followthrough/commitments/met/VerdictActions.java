package dev.followthrough.commitments.met;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whom the owner met at an event: each is to get a verdict within three days of 24 hours. */
@ApplicationScoped
class VerdictActions implements ActionSource {

  private static final Duration PATIENCE = Duration.ofDays(3);

  private static final Shape SHAPE =
      Shape.withOne(
          "person_met m",
          "m.id",
          "m.ended_at",
          "m.ended_at",
          "m.contact_id",
          "true",
          "m.meeting_id::text");

  private final OpenRows rows;

  VerdictActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.VERDICT;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    var meeting = row.details().getFirst();
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        row.at().plus(PATIENCE),
        row.at(),
        row.contactIds(),
        "meeting/" + meeting,
        new Doing(
            "PUT", "/v1/meetings/%s/verdicts/%s".formatted(meeting, row.contactIds().getFirst())),
        names ->
            "Decide what is to come of %s, whom you met at an event: meet, keep in touch or let go."
                .formatted(names));
  }
}
