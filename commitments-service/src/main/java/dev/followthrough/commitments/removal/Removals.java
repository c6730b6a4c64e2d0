package dev.followthrough.commitments.removal;

import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.merge.Merges;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.platform.erasure.Residue;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What becomes of agreements when a contact, or the owner, goes: a removed contact's open
 * commitments are void; an erased one leaves of the ended ones only what is the owner's; an erased
 * owner leaves nothing. The features forget an erased contact by {@link PersonErased}. Each erasure
 * lays a tombstone and is answered with its receipt.
 */
@ApplicationScoped
class Removals implements EventListener {

  private final Agreements agreements;
  private final People people;
  private final Merges merges;
  private final OwnerData ownerData;
  private final Tombstones tombstones;
  private final Residue residue;
  private final Outbox outbox;
  private final BusinessTime time;
  private final Event<PersonErased> erasures;

  Removals(
      Agreements agreements,
      People people,
      Merges merges,
      OwnerData ownerData,
      Tombstones tombstones,
      Residue residue,
      Outbox outbox,
      BusinessTime time,
      Event<PersonErased> erasures) {
    this.agreements = agreements;
    this.people = people;
    this.merges = merges;
    this.ownerData = ownerData;
    this.tombstones = tombstones;
    this.residue = residue;
    this.outbox = outbox;
    this.time = time;
    this.erasures = erasures;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(
        ContactRemoved.class,
        (e, record) -> agreements.contactRemoved(e.contactId(), record.time()));
    subscriptions.onErasure(ContactErased.class, (e, record) -> erased(e, record.time()));
    subscriptions.onErasure(OwnerErased.class, (e, record) -> erased(e, record.time()));
  }

  private void erased(ContactErased erasure, Instant at) {
    // whoever was merged into them is forgotten with them
    merges.within(erasure.contactId()).forEach(merged -> erased(merged, at));
    erased(erasure.contactId(), at);
    outbox.append(new ErasureCompleted(erasure.erasureId(), outbox.source(), time.now()));
  }

  private void erased(UUID contactId, Instant at) {
    tombstones.lay("contact/" + contactId, at);
    agreements.with(contactId).forEach(residue::eraseMentionsOf);
    agreements.contactErased(contactId, at);
    erasures.fire(new PersonErased(contactId));
    residue.eraseMentionsOf(contactId);
    people.forget(contactId);
    merges.erase(contactId);
  }

  private void erased(OwnerErased erasure, Instant at) {
    tombstones.layForOwner(at);
    residue.eraseOwner();
    ownerData.deleteAll();
    outbox.append(new ErasureCompleted(erasure.erasureId(), outbox.source(), time.now()));
  }
}
