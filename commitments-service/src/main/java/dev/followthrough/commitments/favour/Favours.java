package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.agreement.DeliveredValue;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.person.UnknownContact;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueChanged;
import dev.followthrough.commitments.value.ValueSource;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Favours, given and received: recording, correcting, removing and finding them. */
@ApplicationScoped
public class Favours implements ValueSource {

  private final People people;
  private final DeliveredValue commitments;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;
  private final Event<ValueChanged> changes;

  Favours(
      People people,
      DeliveredValue commitments,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time,
      Event<ValueChanged> changes) {
    this.people = people;
    this.commitments = commitments;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
    this.changes = changes;
  }

  @Transactional
  Favour record(NewFavour recorded) {
    if (people.present(recorded.contactId()).isEmpty()) {
      throw UnknownContact.at(List.of("/contactId"));
    }
    var favour = new Favour();
    var event = favour.record(recorded, time.now());
    check(favour);
    favour.persist();
    return told(favour, event);
  }

  @Transactional
  Favour get(UUID id) {
    return Favour.present(id).orElseThrow(() -> Problems.notFound("favour", id));
  }

  @Transactional
  List<Favour> list(FavourSearch search) {
    return search.find();
  }

  @Transactional
  Favour change(UUID id, MergePatch<FavourFields> patch) {
    var favour = hold(id);
    var before = favour.fields();
    var fields = patch.applyTo(before);
    if (fields.equals(before)) {
      return favour;
    }
    if (fields.happenedAt() == null) {
      throw Problems.invalid("/happenedAt", "required", "is required");
    }
    var event = favour.correct(fields, time.now());
    check(favour);
    return told(favour, event);
  }

  @Transactional
  void remove(UUID id) {
    var favour = hold(id);
    var event = favour.removed();
    favour.delete();
    told(favour, event);
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Value> of(UUID contactId, Instant asOf) {
    return Favour.with(contactId, asOf).stream().map(favour -> favour.value(asOf)).toList();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Value> all(Instant asOf) {
    return Favour.until(asOf).stream().map(favour -> favour.value(asOf)).toList();
  }

  void erased(@Observes PersonErased person) {
    Favour.delete("contactId", person.id());
  }

  private Favour hold(UUID id) {
    var favour = Favour.lock(id).orElseThrow(() -> Problems.notFound("favour", id));
    preconditions.requireMatch(favour.version);
    return favour;
  }

  private void check(Favour favour) {
    FavourRule.check(favour, time.now());
    if (favour.commitmentId != null
        && commitments
            .direction(favour.commitmentId, favour.contactId)
            .filter(way -> way == favour.way())
            .isEmpty()) {
      throw FavourProblems.notTheSameDeed();
    }
  }

  private Favour told(Favour favour, dev.followthrough.events.Event event) {
    Favour.flush();
    changes.fire(new ValueChanged(favour.contactId));
    outbox.append(event);
    return favour;
  }
}
