package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.Hold;
import dev.followthrough.contacts.circle.Turn;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** When it is whose turn to be written to, as far as contacts know it themselves. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Turns {

  /**
   * Those of the inner circle whose turn comes by about then, and as many of the others, each the
   * longest overdue first.
   *
   * @param limit how many at most of the inner circle, and of the others
   */
  public List<Turn> waiting(Instant until, int limit) {
    return ContactsAhead.waiting(until, limit).stream()
        .map(Contact::turn)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Those whose turn was told on that day or later, and who have not been in touch since. */
  public List<Turn> told(LocalDate from) {
    return ContactsAhead.told(from).stream()
        .map(Contact::turn)
        .flatMap(Optional::stream)
        .filter(turn -> turn.told().isPresent())
        .toList();
  }

  /**
   * Those whose turn was told before that day, and who have not been in touch since, the longest
   * silent first.
   */
  public List<Turn> toldBefore(LocalDate day, int limit) {
    return ContactsAhead.toldBefore(day, limit).stream()
        .map(Contact::turn)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether anybody is ever to be written to, as things are. */
  public boolean isAnybodyWaiting() {
    return Contact.find("removedAt is null and turn.at is not null").page(Page.ofSize(1)).stream()
        .findAny()
        .isPresent();
  }

  /** Their turns have been told. */
  public void tell(Collection<UUID> ids, LocalDate on) {
    Contact.lockAll(ids).forEach(contact -> contact.tellTurn(on));
  }

  /** Until when guidance objects to a touch with these; who is absent, to none. */
  public void hold(Collection<UUID> ids, Map<UUID, Hold> holds) {
    Contact.lockAll(ids).forEach(contact -> contact.hold(holds.get(contact.id)));
  }
}
