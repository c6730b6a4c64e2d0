package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.reading.AsOf;
import dev.followthrough.commitments.value.Deeds;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Reads what the value between the owner and a contact adds up to. */
@ApplicationScoped
class Reciprocities {

  private final People people;
  private final Deeds deeds;
  private final BusinessTime time;

  Reciprocities(People people, Deeds deeds, BusinessTime time) {
    this.people = people;
    this.deeds = deeds;
    this.time = time;
  }

  /**
   * @param asOf null for now
   */
  @Transactional
  ReciprocityView of(UUID contactId, Instant asOf) {
    var _ = people.present(contactId).orElseThrow(() -> people.missing(contactId));
    var at = AsOf.of(asOf, time.now());
    var values = deeds.of(contactId, at);
    var thanksOwed =
        values.stream()
            .filter(value -> value.direction() == ValueDirection.RECEIVED && !value.thanksSaid())
            .count();
    return ReciprocityView.of(contactId, at, Reciprocity.of(values, at), (int) thanksOwed);
  }
}
