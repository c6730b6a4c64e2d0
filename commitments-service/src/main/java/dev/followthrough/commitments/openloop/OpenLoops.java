package dev.followthrough.commitments.openloop;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.OpenLoopOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * The loops that are open just now. Those of a contact who is removed are told closed, and opened
 * again when the contact comes back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OpenLoops {

  /** What is open with a contact, the longest open first. */
  public List<KnownLoop> of(UUID contactId) {
    return OpenLoop.of(contactId).stream().map(OpenLoop::known).toList();
  }

  void open(OpenLoopOpened opened) {
    var known = OpenLoop.<OpenLoop>findByIdOptional(opened.touchId());
    var loop = known.orElseGet(OpenLoop::new);
    loop.id = opened.touchId();
    loop.contactId = opened.contactId();
    loop.reason = opened.reason();
    loop.kind = opened.kind();
    loop.happenedAt = opened.happenedAt();
    loop.openedAt = opened.openedAt();
    if (known.isEmpty()) {
      loop.persist();
    }
  }

  void close(UUID touchId) {
    OpenLoop.deleteById(touchId);
  }

  void erased(@Observes PersonErased person) {
    OpenLoop.delete("contactId", person.id());
  }
}
