package dev.followthrough.commitments.person;

import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactFacts;
import java.util.List;
import java.util.UUID;

/**
 * A contact, as far as this service has heard of them.
 *
 * @param facts without anything while nothing was told
 */
public record KnownPerson(
    UUID id, String name, Circle circle, ContactFacts facts, boolean removed) {

  public KnownPerson {
    facts =
        facts == null
            ? new ContactFacts(null, false, List.of(), List.of(), List.of(), List.of())
            : new ContactFacts(
                facts.origin(),
                facts.doNotContact(),
                orNone(facts.sharedInterests()),
                orNone(facts.expertise()),
                orNone(facts.needs()),
                orNone(facts.offers()));
  }

  private static List<String> orNone(List<String> told) {
    return told == null ? List.of() : List.copyOf(told);
  }
}
