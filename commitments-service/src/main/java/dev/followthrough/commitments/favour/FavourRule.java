package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.reading.Happened;
import dev.followthrough.events.FavourDirection;
import dev.followthrough.events.FavourKind;
import dev.followthrough.platform.problem.Problems;
import java.time.Instant;

/**
 * What holds of every favour: it has happened, thanks for it come neither before it nor after now,
 * and an introduction that the owner made is given, one that they received is received.
 */
final class FavourRule {

  private FavourRule() {}

  /**
   * @throws dev.followthrough.platform.problem.ProblemException when it does not hold
   */
  static void check(Favour favour, Instant now) {
    Happened.by(now, "/happenedAt", favour.happenedAt);
    if (favour.thanksSaidAt != null) {
      Happened.by(now, "/thanksSaidAt", favour.thanksSaidAt);
      if (favour.thanksSaidAt.isBefore(favour.happenedAt)) {
        throw Problems.invalid(
            "/thanksSaidAt", "not-before-the-favour", "must not lie before `happenedAt`");
      }
    }
    if (!fits(favour.kind, favour.direction)) {
      throw FavourProblems.wrongWay();
    }
  }

  static boolean fits(FavourKind kind, FavourDirection direction) {
    return switch (kind) {
      case INTRODUCTION_MADE -> direction == FavourDirection.GIVEN;
      case INTRODUCTION_RECEIVED -> direction == FavourDirection.RECEIVED;
      case REFERRAL, LINK, ADVICE, REVIEW -> true;
    };
  }
}
