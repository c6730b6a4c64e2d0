package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.goal.Goals;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.person.UnknownContact;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.commitments.reading.Happened;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks, both ways: making, reading, finding and correcting them, and taking one back. */
@ApplicationScoped
public class Asks {

  /** An ask with what came of it with each contact who is in the network. */
  record ShownAsk(Ask ask, List<Asked> of) {}

  private final People people;
  private final Goals goals;
  private final OwnerZones profile;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Asks(
      People people,
      Goals goals,
      OwnerZones profile,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.people = people;
    this.goals = goals;
    this.profile = profile;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  ShownAsk make(NewAsk made) {
    var now = time.now();
    var ask = Ask.of(made, now);
    Happened.by(now, "/askedAt", ask.askedAt);
    requireGoal(made.goalId());
    var whatIDoNowSince = profile.facts().whatIDoNowSince();
    var of =
        present(made.contactIds()).stream()
            .map(person -> Asked.of(ask, person, whatIDoNowSince))
            .toList();
    ask.persist();
    Ask.flush();
    of.forEach(asked -> asked.persist());
    Ask.flush();
    outbox.append(ask.made(of));
    return new ShownAsk(ask, of);
  }

  @Transactional
  ShownAsk get(UUID id) {
    return shown(Ask.<Ask>findByIdOptional(id).orElseThrow(() -> notFound(id)));
  }

  /** What it would say after the change. */
  @Transactional
  AskFields wanted(UUID id, MergePatch<AskFields> patch) {
    return patch.applyTo(get(id).ask().fields());
  }

  /** Corrects what it says; a goal that it has named all along may be gone meanwhile. */
  @Transactional
  ShownAsk change(UUID id, MergePatch<AskFields> patch) {
    var ask = Ask.lock(id).orElseThrow(() -> notFound(id));
    var shown = shown(ask);
    preconditions.requireMatch(ask.version);
    var fields = patch.applyTo(ask.fields());
    if (!Objects.equals(fields.goalId(), ask.goalId)) {
      requireGoal(fields.goalId());
    }
    ask.correct(fields, time.now())
        .ifPresent(
            event -> {
              Ask.flush();
              outbox.append(event);
            });
    return shown;
  }

  /** Takes back one that was recorded in error, with whatever came of it. */
  @Transactional
  void remove(UUID id) {
    var ask = Ask.lock(id).orElseThrow(() -> notFound(id));
    var _ = shown(ask);
    preconditions.requireMatch(ask.version);
    List<Asked> all = Asked.list("askId = ?1 order by id", id);
    outbox.append(ask.removed(all));
    all.forEach(Asked::delete);
    ask.delete();
  }

  @Transactional
  List<ShownAsk> list(AskSearch search) {
    var asks = AskedRows.asks(search);
    var of =
        AskedRows.of(asks.stream().map(ask -> ask.id).toList()).stream()
            .collect(Collectors.groupingBy(asked -> asked.askId));
    return asks.stream().map(ask -> new ShownAsk(ask, of.get(ask.id))).toList();
  }

  @Transactional
  List<WaitingView> waiting(WaitingSearch search) {
    var waiting = AskedRows.waiting(search);
    var asks =
        Ask.among(waiting.stream().map(asked -> asked.askId).distinct().toList()).stream()
            .collect(Collectors.toMap(ask -> ask.id, Function.identity()));
    return waiting.stream().map(asked -> WaitingView.of(asks.get(asked.askId), asked)).toList();
  }

  /** What the contact asked of the owner in that time, both ends included, the first first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownAsk> inbound(UUID contactId, Instant from, Instant until) {
    return AskedRows.inbound(contactId, from, until);
  }

  /** How often the owner asked for something, after the first and up to the second. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int outbound(Instant after, Instant until) {
    return AskedRows.outbound(after, until);
  }

  void erased(@Observes PersonErased person) {
    Asked.delete("contactId", person.id());
    for (var ask : Ask.ofNobody()) {
      outbox.append(ask.removed(List.of()));
      ask.delete();
    }
  }

  /** The ask as it is shown; one with nobody left in the network is not. */
  static ShownAsk shown(Ask ask) {
    var of = AskedRows.of(List.of(ask.id));
    if (of.isEmpty()) {
      throw notFound(ask.id);
    }
    return new ShownAsk(ask, of);
  }

  static ProblemException notFound(UUID id) {
    return Problems.notFound("ask", id);
  }

  private List<KnownPerson> present(List<UUID> contactIds) {
    var known =
        people.present(contactIds).stream()
            .collect(Collectors.toMap(KnownPerson::id, Function.identity()));
    var unknown =
        IntStream.range(0, contactIds.size())
            .filter(i -> !known.containsKey(contactIds.get(i)))
            .mapToObj(i -> "/contactIds/" + i)
            .toList();
    if (!unknown.isEmpty()) {
      throw UnknownContact.at(unknown);
    }
    return contactIds.stream().map(known::get).toList();
  }

  private void requireGoal(UUID goalId) {
    if (goalId != null && goals.heardOf(goalId).isEmpty()) {
      throw new ProblemException(
          AskProblems.UNKNOWN_GOAL,
          "/goalId: there is no such goal.",
          List.of(new FieldError("/goalId", "unknown-goal", "there is no such goal")));
    }
  }
}
