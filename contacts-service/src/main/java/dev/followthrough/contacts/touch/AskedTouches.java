package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.AskedContact;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.reference.Moves;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The touches that come with an ask, which is made in commitments-service: one with each contact,
 * under the id that the ask gave it, that asks a question; and one that answers it, once an answer
 * is recorded there and no touch has answered it here. With who is not in the network any more
 * there is none; with who was merged into another, as commitments-service has not heard yet, it is
 * with that one, and goes back with the merge. An ask that ends without an answer is waited for no
 * more.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AskedTouches {

  /** The place of touches that came after a merge and go back with it. */
  private static final String LATE = "touch.late";

  private final Contacts contacts;
  private final Touches touches;
  private final TouchRemoval removal;
  private final OpenLoops loops;
  private final Moves moves;
  private final BusinessTime time;

  AskedTouches(
      Contacts contacts,
      Touches touches,
      TouchRemoval removal,
      OpenLoops loops,
      Moves moves,
      BusinessTime time) {
    this.contacts = contacts;
    this.touches = touches;
    this.removal = removal;
    this.loops = loops;
    this.moves = moves;
    this.time = time;
  }

  void asked(AskMade ask) {
    var direction =
        ask.direction() == AskDirection.OUTBOUND ? TouchDirection.OUTBOUND : TouchDirection.INBOUND;
    // contacts are held in the order of their ids
    ask.contacts().stream()
        .sorted(Comparator.comparing(one -> one.contactId().toString()))
        .filter(one -> Touch.findByIdOptional(one.touchId()).isEmpty())
        .filter(one -> contacts.hold(current(one.contactId())).isPresent())
        .forEach(one -> add(one, direction, ask));
  }

  private void add(AskedContact one, TouchDirection direction, AskMade ask) {
    var touch = add(one.touchId(), question(one, direction, ask));
    touch.askId = ask.askId();
    contacts
        .became(one.contactId())
        .forEach(
            merge -> {
              moves.note(merge.mergeId(), "touch.contact_id", touch.id);
              moves.note(merge.mergeId(), LATE, touch.id);
            });
  }

  /** The contact itself, or the one that they have become. */
  private UUID current(UUID contactId) {
    var became = contacts.became(contactId);
    return became.isEmpty() ? contactId : became.getLast().contactId();
  }

  /**
   * The ask never was, and so neither were its touches. What answered one stays a touch that
   * answers nothing.
   */
  void takenBack(AskRemoved ask) {
    removal.takeBack(
        ask.contacts().stream()
            .collect(Collectors.toMap(AskedContact::touchId, one -> current(one.contactId()))));
  }

  void answered(UUID touchId, UUID contactId, Instant happenedAt) {
    if (contacts.hold(current(contactId)).isEmpty()) {
      over(touchId, contactId);
      return;
    }
    Touch.present(touchId)
        .filter(asked -> asked.answeredAt == null && !asked.happenedAt.isAfter(happenedAt))
        .ifPresent(asked -> add(null, answer(asked, happenedAt)));
  }

  /**
   * Nobody waits for an answer any more, though there was none: the owner for theirs, or they for
   * the owner's. Also with somebody removed, who may be restored.
   */
  void over(UUID touchId, UUID contactId) {
    contacts.hold(current(contactId));
    Touch.<Touch>findByIdOptional(touchId)
        .filter(asked -> asked.awaitsReply && asked.answeredAt == null)
        .ifPresent(
            asked -> {
              if (asked.isInbound()) {
                loops.letGoUnanswered(touchId);
              } else {
                touches.expectNoReply(asked);
              }
            });
  }

  private Touch add(UUID id, NewTouch said) {
    loops.catchUp(said.contactId());
    var touch = new Touch();
    touch.id = id == null ? touch.id : id;
    return touches.add(touch, touch.record(said, time.now()));
  }

  private NewTouch question(AskedContact one, TouchDirection direction, AskMade ask) {
    return touch(current(one.contactId()), direction, ask.by(), ask.askedAt(), null, true);
  }

  private static NewTouch answer(Touch asked, Instant happenedAt) {
    var direction = asked.isInbound() ? TouchDirection.OUTBOUND : TouchDirection.INBOUND;
    return touch(asked.contactId, direction, TouchKind.OTHER, happenedAt, asked.id, false);
  }

  private static NewTouch touch(
      UUID contactId,
      TouchDirection direction,
      TouchKind kind,
      Instant happenedAt,
      UUID answers,
      boolean asksQuestion) {
    return new NewTouch(
        contactId,
        direction,
        kind,
        happenedAt,
        null,
        answers,
        null,
        asksQuestion,
        null,
        null,
        null,
        null,
        null);
  }
}
