package dev.followthrough.contacts.trip;

import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The owner's trips: planning, changing, removing and finding them. */
@ApplicationScoped
public class Trips {

  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Trips(Outbox outbox, Preconditions preconditions, BusinessTime time) {
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  Trip plan(TripFields fields) {
    var trip = new Trip();
    outbox.append(trip.plan(fields, time.now()));
    trip.persistAndFlush();
    return trip;
  }

  @Transactional
  Trip get(UUID id) {
    return Trip.find(id).orElseThrow(() -> Problems.notFound("trip", id));
  }

  @Transactional
  List<Trip> list(PageRequest page) {
    return page.after(
            key ->
                Trip.after(PageRequest.date(key.get(0)), UUID.fromString(key.get(1)), page.fetch()))
        .orElseGet(() -> Trip.list(page.fetch()));
  }

  /** Those of which a day lies between these, both counted, the first to start first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownTrip> between(LocalDate first, LocalDate last, int most) {
    return Trip.<Trip>find("startsOn <= ?1 and endsOn >= ?2 order by startsOn, id", last, first)
        .page(Page.ofSize(most))
        .list()
        .stream()
        .map(KnownTrip::of)
        .toList();
  }

  @Transactional
  Trip change(UUID id, MergePatch<TripFields> patch) {
    var trip = lock(id);
    trip.change(patch.applyTo(trip.fields()), time.now()).ifPresent(outbox::append);
    Trip.flush();
    return trip;
  }

  @Transactional
  void remove(UUID id) {
    outbox.append(lock(id).remove());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    Trip.deleteAll();
  }

  private Trip lock(UUID id) {
    var trip = Trip.lock(id).orElseThrow(() -> Problems.notFound("trip", id));
    preconditions.requireMatch(trip.version);
    return trip;
  }
}
