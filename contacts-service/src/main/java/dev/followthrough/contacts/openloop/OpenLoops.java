package dev.followthrough.contacts.openloop;

import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Questions and thanks that nobody answered in time: they open by themselves, and close when they
 * are answered or let go. A read goes by the time; that one has opened is told by due work, or
 * before the next change of it, whichever is first.
 */
@ApplicationScoped
public class OpenLoops implements DueHandler {

  private static final String KIND = "open-loop";

  private final Outbox outbox;
  private final DueWork dueWork;
  private final Preconditions preconditions;
  private final BusinessTime time;

  OpenLoops(Outbox outbox, DueWork dueWork, Preconditions preconditions, BusinessTime time) {
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  List<OpenLoop> list(OpenLoopSearch search) {
    return OpenLoop.open(search, time.now());
  }

  /** Those open now with a contact, the one that waits longest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownLoop> openWith(UUID contactId, int most) {
    var search = new OpenLoopSearch(contactId, null, null, most);
    return OpenLoop.open(search, time.now()).stream().map(KnownLoop::of).toList();
  }

  @Transactional
  OpenLoop get(UUID touchId) {
    return OpenLoop.opened(touchId, time.now())
        .orElseThrow(() -> Problems.notFound("open loop", touchId));
  }

  @Transactional
  OpenLoop letGo(UUID touchId) {
    var now = time.now();
    var loop =
        OpenLoop.lock(touchId)
            .filter(one -> one.hasOpened(now))
            .orElseThrow(() -> Problems.notFound("open loop", touchId));
    preconditions.requireMatchOf(OpenLoopView.of(loop));
    if (!loop.isOpen(now)) {
      throw OpenLoopProblems.CLOSED.because(
          loop.letGoAt == null ? "It was answered." : "It was let go.");
    }
    letGo(loop, now);
    OpenLoop.flush();
    return loop;
  }

  /** What a touch waits for came to its end elsewhere: nobody is to answer, now or later. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void letGoUnanswered(UUID touchId) {
    OpenLoop.lock(touchId)
        .filter(loop -> !loop.answered && loop.letGoAt == null)
        .ifPresent(loop -> letGo(loop, time.now()));
  }

  private void letGo(OpenLoop loop, Instant now) {
    tell(loop, now, LoopEnd.LET_GO);
    loop.letGoAt = now;
    tell(loop, now, LoopEnd.LET_GO);
  }

  /** Tells what has opened with a contact; to be done before a change that may close it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void catchUp(UUID contactId) {
    var now = time.now();
    OpenLoop.lockUntold(contactId, now).forEach(loop -> tell(loop, now, LoopEnd.ANSWERED));
  }

  /** Of each of these contacts the loop that has been open for longest; who has none is absent. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, Awaited> longestOpen(Collection<UUID> contactIds) {
    return longestOpen(contactIds, time.now());
  }

  /** The same as it will be at a later instant, if nothing more happens until then. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, Awaited> longestOpen(Collection<UUID> contactIds, Instant then) {
    return OpenLoop.openOf(contactIds, then).stream()
        .collect(Collectors.toMap(loop -> loop.contactId, OpenLoop::awaited, (one, _) -> one));
  }

  /** A touch wants a word, or has it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void await(Awaited awaited) {
    var now = time.now();
    var known = OpenLoop.lock(awaited.touchId());
    var loop = known.orElseGet(OpenLoop::new);
    var opensAt = loop.opensAt;
    loop.follow(awaited);
    if (known.isEmpty()) {
      loop.persist();
    }
    if (!loop.opensAt.equals(opensAt) && loop.opensAt.isAfter(now)) {
      dueWork.schedule(KIND, loop.id, loop.opensAt);
    }
    tell(loop, now, loop.answered ? LoopEnd.ANSWERED : LoopEnd.CHANGED);
  }

  /** A touch wants no word any more, or is gone. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void drop(UUID touchId, LoopEnd because) {
    OpenLoop.lock(touchId)
        .ifPresent(
            loop -> {
              loop.end(because).ifPresent(outbox::append);
              loop.delete();
            });
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseContact(UUID contactId) {
    OpenLoop.delete("contactId", contactId);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    OpenLoop.deleteAll();
  }

  void gone(@Observes PersonRemoved person) {
    hide(person.id(), true);
  }

  void back(@Observes PersonRestored person) {
    hide(person.id(), false);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Loops come before their due work, as they do for whoever changes a touch. */
  @Override
  public void beforeClaim() {
    OpenLoop.lockUntold(time.now());
  }

  @Override
  public void run(UUID touchId, Instant dueAt) {
    OpenLoop.<OpenLoop>findByIdOptional(touchId)
        .ifPresent(loop -> tell(loop, time.now(), LoopEnd.ANSWERED));
  }

  private void hide(UUID contactId, boolean hidden) {
    var now = time.now();
    for (var loop : OpenLoop.lockAllOf(contactId)) {
      tell(loop, now, LoopEnd.ANSWERED);
      loop.hidden = hidden;
      tell(loop, now, LoopEnd.REMOVED);
    }
  }

  private void tell(OpenLoop loop, Instant now, LoopEnd because) {
    loop.tell(now, because).ifPresent(outbox::append);
  }
}
