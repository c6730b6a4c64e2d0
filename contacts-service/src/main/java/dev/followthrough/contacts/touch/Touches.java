package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.UnknownContact;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Touches: recording, correcting and finding them. Whoever writes one holds its contact first, so
 * that the touches with one person change one after the other.
 */
@ApplicationScoped
public class Touches {

  private final Contacts contacts;
  private final Exchanges exchanges;
  private final OpenLoops loops;
  private final AnswerSource elsewhere;
  private final LastTouches lastTouches;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Touches(
      Contacts contacts,
      Exchanges exchanges,
      OpenLoops loops,
      AnswerSource elsewhere,
      LastTouches lastTouches,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.contacts = contacts;
    this.exchanges = exchanges;
    this.loops = loops;
    this.elsewhere = elsewhere;
    this.lastTouches = lastTouches;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  Touch record(NewTouch recorded) {
    holdContact(recorded.contactId());
    loops.catchUp(recorded.contactId());
    var now = time.now();
    var touch = new Touch();
    var event = touch.record(recorded, now);
    requirePast(touch.happenedAt, now);
    AnswerRule.check(touch, other -> Touch.present(other).orElse(null));
    return add(touch, event);
  }

  /** Keeps a new touch with a contact who is held on to. */
  @Transactional(Transactional.TxType.MANDATORY)
  Touch add(Touch touch, TouchRecorded event) {
    touch.persist();
    outbox.append(event);
    exchanges.settle(withAnswered(touch, touch.answers));
    Touch.flush();
    lastTouches.touched(List.of(touch.contactId), touch.happenedAt);
    return touch;
  }

  /** The same for another feature, in its transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public LoggedTouch log(NewTouch recorded, boolean withPrivateParts) {
    var touch = record(recorded);
    return new LoggedTouch(TouchView.of(touch, withPrivateParts), touch.version);
  }

  @Transactional
  Touch get(UUID id) {
    return Touch.present(id).orElseThrow(() -> Problems.notFound("touch", id));
  }

  @Transactional
  List<Touch> list(TouchSearch search) {
    return search.find();
  }

  /** The last ones with a contact, the latest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownTouch> lastWith(UUID contactId, int most) {
    return Touch.lastWith(contactId, most).stream().map(KnownTouch::of).toList();
  }

  @Transactional
  Touch change(UUID id, MergePatch<TouchFields> patch) {
    var touch = hold(id);
    var before = touch.fields();
    var fields = patch.applyTo(before);
    if (fields.equals(before)) {
      return touch;
    }
    requireFit(touch, fields);
    loops.catchUp(touch.contactId);
    var event = touch.correct(fields, time.now());
    requirePast(touch.happenedAt, time.now());
    AnswerRule.check(touch, other -> Touch.present(other).orElse(null));
    AnswerRule.checkMoment(touch.happenedAt, Touch.answering(List.of(id)));
    AnswerRule.checkMoment(touch.happenedAt, elsewhere.answeredAt(List.of(id)).get(id));
    corrected(touch, before, event);
    return touch;
  }

  /** The owner waits for no answer to this one any more; its contact is held. */
  @Transactional(Transactional.TxType.MANDATORY)
  void expectNoReply(Touch touch) {
    var before = touch.fields();
    corrected(touch, before, touch.correct(before.awaitingNoReply(), time.now()));
  }

  private void corrected(Touch touch, TouchFields before, TouchChanged event) {
    outbox.append(event);
    exchanges.settle(withAnswered(touch, before.answers()));
    Touch.flush();
    lastTouches.recount(List.of(touch.contactId));
  }

  /** The touch, and with it its contact, held on to until the transaction ends. */
  Touch hold(UUID id) {
    var touch =
        Touch.contactOf(id)
            .flatMap(contacts::hold)
            .flatMap(_ -> Touch.present(id))
            .orElseThrow(() -> Problems.notFound("touch", id));
    preconditions.requireMatch(touch.version);
    return touch;
  }

  private void holdContact(UUID contactId) {
    if (contacts.hold(contactId).isEmpty()) {
      throw new ProblemException(
          UnknownContact.TYPE,
          "The contact %s is not in the network.".formatted(contactId),
          List.of(UnknownContact.at("/contactId")));
    }
  }

  private static void requireFit(Touch touch, TouchFields fields) {
    if (fields.happenedAt() == null) {
      throw Problems.invalid("/happenedAt", "required", "is required");
    }
    if (touch.direction == TouchDirection.INBOUND && TouchFields.isTrue(fields.tellsWhatIDoNow())) {
      throw Problems.invalid("/tellsWhatIDoNow", "only-outbound", "belongs to what the owner says");
    }
  }

  private static void requirePast(Instant happenedAt, Instant now) {
    if (happenedAt.isAfter(now)) {
      throw new ProblemException(
          TouchProblems.HAPPENED_IN_FUTURE,
          "happenedAt %s lies after now, %s.".formatted(happenedAt, now),
          List.of(new FieldError("/happenedAt", "not-after-now", "must not lie after now")));
    }
  }

  /** The touch with what it answers now, and what it answered before. */
  private static LinkedHashSet<Touch> withAnswered(Touch touch, UUID answeredBefore) {
    var all = new LinkedHashSet<Touch>(List.of(touch));
    for (var answered : new UUID[] {touch.answers, answeredBefore}) {
      if (answered != null) {
        Touch.<Touch>findByIdOptional(answered).ifPresent(all::add);
      }
    }
    return all;
  }
}
