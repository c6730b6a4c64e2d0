package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How touches go: one that never happened, alone or with the ask that it was made by; all of a
 * contact, out of sight while the contact is removed, and for good when they are erased.
 */
@ApplicationScoped
public class TouchRemoval {

  private final Touches touches;
  private final Contacts contacts;
  private final Exchanges exchanges;
  private final AnswerSource elsewhere;
  private final OpenLoops loops;
  private final LastTouches lastTouches;
  private final Outbox outbox;
  private final BusinessTime time;

  TouchRemoval(
      Touches touches,
      Contacts contacts,
      Exchanges exchanges,
      AnswerSource elsewhere,
      OpenLoops loops,
      LastTouches lastTouches,
      Outbox outbox,
      BusinessTime time) {
    this.touches = touches;
    this.contacts = contacts;
    this.exchanges = exchanges;
    this.elsewhere = elsewhere;
    this.loops = loops;
    this.lastTouches = lastTouches;
    this.outbox = outbox;
    this.time = time;
  }

  @Transactional
  void remove(UUID id) {
    elsewhere.hold(List.of(id));
    remove(touches.hold(id));
  }

  /**
   * Removes those that never happened, unless they are gone already; also with somebody removed.
   *
   * @param contactOfTouch with whom each touch was, by its id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void takeBack(Map<UUID, UUID> contactOfTouch) {
    elsewhere.hold(contactOfTouch.keySet());
    // contacts are held in the order of their ids
    contactOfTouch.entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getValue().toString()))
        .forEach(
            one -> {
              contacts.hold(one.getValue());
              Touch.<Touch>findByIdOptional(one.getKey()).ifPresent(this::remove);
            });
  }

  private void remove(Touch touch) {
    var id = touch.id;
    loops.catchUp(touch.contactId);
    var now = time.now();
    var affected = new LinkedHashSet<Touch>();
    for (var answer : Touch.answering(List.of(id))) {
      outbox.append(answer.correct(answer.fields().answeringNothing(), now));
      affected.add(answer);
    }
    if (touch.answers != null) {
      Touch.<Touch>findByIdOptional(touch.answers).ifPresent(affected::add);
    }
    elsewhere.forget(id);
    outbox.append(touch.removed());
    loops.drop(id, LoopEnd.REMOVED);
    touch.delete();
    Touch.flush();
    exchanges.settle(affected);
    lastTouches.recount(List.of(touch.contactId));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseContact(UUID contactId) {
    loops.eraseContact(contactId);
    Touch.delete("contactId", contactId);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    loops.eraseAll();
    Touch.deleteAll();
  }

  void gone(@Observes PersonRemoved person) {
    Touch.hideAllOf(person.id(), true);
  }

  void back(@Observes PersonRestored person) {
    Touch.hideAllOf(person.id(), false);
  }
}
