package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.CircleMoves;
import dev.followthrough.contacts.presence.TurnMoved;
import dev.followthrough.contacts.spelling.Spelling;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What every change of a contact goes through: spelling, who is named, events, moves. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ContactChanges {

  private final Spelling spelling;
  private final CircleMoves moves;
  private final Outbox outbox;
  private final BusinessTime time;
  private final Event<TurnMoved> turnMoved;

  ContactChanges(
      Spelling spelling,
      CircleMoves moves,
      Outbox outbox,
      BusinessTime time,
      Event<TurnMoved> turnMoved) {
    this.spelling = spelling;
    this.moves = moves;
    this.outbox = outbox;
    this.time = time;
    this.turnMoved = turnMoved;
  }

  /**
   * What is said of a contact, as it will be kept.
   *
   * @param before what was kept of it, or null for a new one
   */
  ContactFields checked(UUID id, ContactFields said, ContactFields before) {
    var faults = new Faults();
    var fields = said.spelt(spelling, before, faults);
    faults.refuse();
    var introducer = fields.introducer();
    var isNew = before == null || !introducer.equals(before.introducer());
    if (introducer.isPresent() && isNew) {
      UnknownContact.require(
          !introducer.get().equals(id) && Contact.present(introducer.get()).isPresent(),
          "/origin/introducedBy");
    }
    return fields;
  }

  /**
   * Makes of a contact what these fields say, and tells of what that changes, but for private
   * parts.
   *
   * @return whether it is another one by it
   */
  boolean apply(Contact contact, ContactFields fields) {
    var before = contact.fields();
    var changed = contact.change(fields, time.now());
    changed.ifPresent(outbox::append);
    if (move(contact, fields.circle()) || changed.isPresent()) {
      turnMoved.fire(new TurnMoved());
    }
    return !contact.fields().equals(before);
  }

  boolean move(Contact contact, Circle to) {
    var moved = contact.move(to, time.now());
    moved.ifPresent(event -> moves.note(event, time.now()));
    moved.ifPresent(outbox::append);
    return moved.isPresent();
  }
}
