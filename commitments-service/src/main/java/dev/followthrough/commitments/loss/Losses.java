package dev.followthrough.commitments.loss;

import dev.followthrough.commitments.loss.LossesView.CircleLosses;
import dev.followthrough.commitments.loss.LossesView.OfferLosses;
import dev.followthrough.commitments.loss.LossesView.OriginLosses;
import dev.followthrough.commitments.loss.LossesView.ReasonCount;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.Circle;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.OriginKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Totals the reasons for which the owner's own asks were lost. */
@ApplicationScoped
class Losses {

  /** So many of one circle, origin, offer and reason. */
  record Cell(Circle circle, OriginKind origin, String offer, LossReason reason, long count) {}

  private static final Instant EVER = Instant.EPOCH;
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int MOST_OFFERS = 100;

  private final EntityManager entities;

  Losses(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Of what was lost in that time; null for no bound.
   *
   * @param until the first instant that is not in it
   */
  @Transactional
  LossesView between(Instant from, Instant until) {
    var cells = cells(from == null ? EVER : from, until == null ? FOR_EVER : until);
    return new LossesView(
        total(cells),
        reasons(cells),
        by(cells, Cell::circle, Integer.MAX_VALUE, CircleLosses::new),
        by(cells, Cell::origin, Integer.MAX_VALUE, OriginLosses::new),
        by(cells, Cell::offer, MOST_OFFERS, OfferLosses::new));
  }

  private List<Cell> cells(Instant from, Instant until) {
    return entities
        .createQuery(
            """
            select new dev.followthrough.commitments.loss.Losses$Cell(
                x.circle, x.origin, a.offer, x.reason, count(*))
            from Asked x join Ask a on a.id = x.askId
            where x.status = LOST and x.direction = ?1 and x.since >= ?2 and x.since < ?3
              and not exists (select 1 from Person p where p.id = x.contactId and p.removed = true)
            group by x.circle, x.origin, a.offer, x.reason
            """,
            Cell.class)
        .setParameter(1, AskDirection.OUTBOUND)
        .setParameter(2, from)
        .setParameter(3, until)
        .getResultList();
  }

  private interface Row<K, R> {
    R of(K key, Long count, List<ReasonCount> reasons);
  }

  /** A row for each key, of all reasons together, the most first. */
  private static <K, R> List<R> by(
      List<Cell> cells, Function<Cell, K> key, int most, Row<K, R> row) {
    var groups = new LinkedHashMap<Optional<K>, List<Cell>>();
    cells.forEach(
        cell ->
            groups
                .computeIfAbsent(Optional.ofNullable(key.apply(cell)), _ -> new ArrayList<>())
                .add(cell));
    return groups.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Optional<K>, List<Cell>>>comparingLong(
                    group -> -total(group.getValue()))
                .thenComparing(group -> group.getKey().map(Object::toString).orElse("")))
        .limit(most)
        .map(
            group ->
                row.of(
                    group.getKey().orElse(null),
                    total(group.getValue()),
                    reasons(group.getValue())))
        .toList();
  }

  private static List<ReasonCount> reasons(List<Cell> cells) {
    return cells.stream()
        .collect(Collectors.groupingBy(Cell::reason, Collectors.summingLong(Cell::count)))
        .entrySet()
        .stream()
        .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong((ReasonCount row) -> -row.count())
                .thenComparing(ReasonCount::reason))
        .toList();
  }

  private static long total(List<Cell> cells) {
    return cells.stream().mapToLong(Cell::count).sum();
  }
}
