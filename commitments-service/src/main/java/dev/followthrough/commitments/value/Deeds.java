package dev.followthrough.commitments.value;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** All value between the owner and a contact, each deed once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Deeds {

  private final List<ValueSource> sources;

  Deeds(@All List<ValueSource> sources) {
    this.sources = sources;
  }

  /** What was done up to that instant, the earliest first. */
  public List<Value> of(UUID contactId, Instant asOf) {
    return once(
        sources.stream().flatMap(source -> source.of(contactId, asOf).stream()).toList(), asOf);
  }

  /** The same with everybody, those who are gone included. */
  public List<Value> all(Instant asOf) {
    return once(sources.stream().flatMap(source -> source.all(asOf).stream()).toList(), asOf);
  }

  /**
   * The same deed counts once, by what is said to weigh more; of two equal ones the first told
   * counts. Thanks that were said for either were said for the deed.
   */
  static List<Value> once(Collection<Value> told, Instant asOf) {
    return told.stream()
        .filter(value -> !value.at().isAfter(asOf))
        .collect(
            Collectors.toMap(
                value -> List.of(value.deedId(), value.direction()), value -> value, heavier()))
        .values()
        .stream()
        .sorted(Comparator.comparing(Value::at).thenComparing(Value::subjectId))
        .toList();
  }

  private static BinaryOperator<Value> heavier() {
    return (one, other) -> {
      var counts = other.weight() > one.weight() ? other : one;
      return new Value(
          counts.direction(),
          counts.weight(),
          counts.at(),
          counts.kind(),
          counts.subjectId(),
          one.thanksSaid() || other.thanksSaid(),
          counts.deedId());
    };
  }
}
