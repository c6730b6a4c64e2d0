package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.commitments.value.ValueSource;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivered individual commitments are value: given by the owner to the contact who received them,
 * or received from the contact who promised them. A simple one weighs 1, a complex one 3. What was
 * delivered late reached the other side all the same, so it is value though it is a miss; a
 * delivery that was denied is none.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeliveredValue implements ValueSource {

  public static final String KIND = "commitment";

  private static final double SIMPLE = 1;
  private static final double COMPLEX = 3;

  @Override
  public List<Value> of(UUID contactId, Instant asOf) {
    return Commitment.individualsWith(Party.contact(contactId)).stream()
        .flatMap(commitment -> value(commitment).stream())
        .toList();
  }

  @Override
  public List<Value> all(Instant asOf) {
    return Commitment.<Commitment>list("kind", CommitmentKind.INDIVIDUAL).stream()
        .flatMap(commitment -> value(commitment).stream())
        .toList();
  }

  /** Which way an individual commitment between the owner and this contact goes. */
  public Optional<ValueDirection> direction(UUID commitmentId, UUID contactId) {
    return Commitment.<Commitment>findByIdOptional(commitmentId)
        .filter(c -> c.kind == CommitmentKind.INDIVIDUAL)
        .filter(
            c -> Party.contact(contactId).equals(c.promiser.isOwner() ? c.receiver : c.promiser))
        .map(DeliveredValue::direction);
  }

  private static Optional<Value> value(Commitment c) {
    return arrived(c)
        .map(
            at ->
                new Value(
                    direction(c),
                    c.words().complexity() == Complexity.COMPLEX ? COMPLEX : SIMPLE,
                    at,
                    KIND,
                    c.id,
                    true));
  }

  private static ValueDirection direction(Commitment c) {
    return c.promiser.isOwner() ? ValueDirection.GIVEN : ValueDirection.RECEIVED;
  }

  /** When it arrived: as attested, else as delivered; absent when it did not, or is denied. */
  private static Optional<Instant> arrived(Commitment c) {
    var by = c.promiser;
    return switch (c.status) {
      case DELIVERED, MISSED ->
          c.report(Report.Kind.ATTESTED, by).or(() -> undenied(c)).map(Report::happenedAt);
      case PROPOSED, PROMISED, LAPSED, DECLINED, DISPUTED, VOIDED -> Optional.empty();
    };
  }

  private static Optional<Report> undenied(Commitment c) {
    return c.has(Report.Kind.DENIED, c.promiser)
        ? Optional.empty()
        : c.report(Report.Kind.DELIVERED, c.promiser);
  }
}
