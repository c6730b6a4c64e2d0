package dev.followthrough.commitments.action;

import dev.followthrough.events.NextActionKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * The order of the owner's list, which is total: one line comes before another always or never.
 *
 * <ol>
 *   <li>By kind, in the order in which {@link NextActionKind} names them: apologies first, so that
 *       a miss of the owner's makes the apology the first thing to do for its contact, whatever
 *       else there is; then own promises, what is owed for what was received, what others wait for,
 *       and last what the owner could begin.
 *   <li>Own promises by their deadline, and of one deadline with the inner circle first. All other
 *       kinds with the inner circle first, and then those that have waited longest.
 *   <li>By the id of what it is about, as text.
 * </ol>
 *
 * <p>Source: product.md C8 and C9. Nothing of it depends on the present instant, so a place in the
 * list stays one while others write.
 */
public final class ActionRank {

  /**
   * Where a line stands.
   *
   * @param inner whether one of those it is with belongs to the inner circle
   * @param at its deadline if it is a promise, else since when it waits
   */
  public record Place(NextActionKind kind, boolean inner, Instant at, UUID subject) {}

  private static final Comparator<Place> INNER_FIRST = Comparator.comparing(place -> !place.inner);

  /** Lower is nearer to the top. */
  public static final Comparator<Place> ORDER =
      Comparator.comparing(Place::kind)
          .thenComparing(
              (one, other) ->
                  (isByTimeFirst(one.kind)
                          ? Comparator.comparing(Place::at).thenComparing(INNER_FIRST)
                          : INNER_FIRST.thenComparing(Place::at))
                      .compare(one, other))
          // the database's order of ids is that of their text, Java's is not
          .thenComparing(place -> place.subject.toString());

  private ActionRank() {}

  /** Whether lines of the kind are in the order of their time before anything else. */
  static boolean isByTimeFirst(NextActionKind kind) {
    return kind == NextActionKind.OWN_PROMISE;
  }
}
