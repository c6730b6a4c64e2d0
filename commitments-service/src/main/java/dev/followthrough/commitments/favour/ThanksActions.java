package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.OpenRows;
import dev.followthrough.commitments.action.OpenRows.Row;
import dev.followthrough.commitments.action.Shape;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.events.FavourKind;
import dev.followthrough.events.NextActionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Favours that the owner received and has not said thanks for; none for what was but a promise that
 * was kept.
 */
@ApplicationScoped
class ThanksActions implements ActionSource {

  private static final Shape SHAPE =
      Shape.withOne(
          "favour f",
          "f.id",
          "f.happened_at",
          "f.created_at",
          "f.contact_id",
          """
          f.direction = 'RECEIVED' and f.thanks_said_at is null and f.happened_at <= :now
            and (f.commitment_id is null or not exists (
              select from commitment c where c.id = f.commitment_id and (c.status = 'DELIVERED'
                or c.status = 'MISSED' and c.reports @> '[{"kind": "delivered"}]'
                  and not c.reports @> '[{"kind": "denied"}]')))\
          """,
          "f.kind");

  private final OpenRows rows;

  ThanksActions(OpenRows rows) {
    this.rows = rows;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.THANKS;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    return rows.read(kind(), SHAPE, wanted, Map.of()).stream().map(this::action).toList();
  }

  private OpenAction action(Row row) {
    var what = what(FavourKind.valueOf(row.details().getFirst()));
    return new OpenAction(
        kind(),
        row.subject(),
        row.occurrence(),
        row.inner(),
        row.at(),
        null,
        row.at(),
        row.contactIds(),
        "favour/" + row.subject(),
        new Doing("PATCH", "/v1/favours/" + row.subject()),
        names -> "Say thanks to %s for %s.".formatted(names, what));
  }

  private static String what(FavourKind kind) {
    return switch (kind) {
      case INTRODUCTION_MADE, INTRODUCTION_RECEIVED -> "the introduction";
      case REFERRAL -> "the referral";
      case LINK -> "the link";
      case ADVICE -> "the advice";
      case REVIEW -> "the review";
    };
  }
}
