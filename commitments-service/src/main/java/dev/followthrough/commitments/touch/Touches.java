package dev.followthrough.commitments.touch;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.TouchChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The touches with the owner's contacts, as far as this service has heard of them. Those with a
 * removed contact stay known, because the contact may come back: who lists across contacts leaves
 * removed ones out.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Touches {

  /** The touches with a contact in that time, both ends included, the earliest first. */
  public List<KnownTouch> of(UUID contactId, Instant from, Instant until) {
    return Touch.of(contactId, from, until);
  }

  /** Whom the owner reached out to after the first instant and up to the second. */
  public List<Contacted> outbound(Instant after, Instant until) {
    return Touch.outbound(after, until);
  }

  /** When the first touch with a contact up to that instant was. */
  public Optional<Instant> first(UUID contactId, Instant until) {
    return Touch.first(contactId, until);
  }

  /** When the last touch with a contact up to that instant was. */
  public Optional<Instant> last(UUID contactId, Instant until) {
    return Touch.last(contactId, until);
  }

  /** Whether the owner told the contact in that time what they do now. */
  public boolean tells(UUID contactId, Instant from, Instant until) {
    return Touch.tells(contactId, from, until);
  }

  void note(TouchChanged facts) {
    var known = Touch.<Touch>findByIdOptional(facts.touchId());
    var touch = known.orElseGet(Touch::new);
    touch.id = facts.touchId();
    touch.say(facts);
    if (known.isEmpty()) {
      touch.persist();
    }
  }

  void remove(UUID touchId) {
    Touch.deleteById(touchId);
  }

  void erased(@Observes PersonErased person) {
    Touch.delete("contactId", person.id());
  }
}
