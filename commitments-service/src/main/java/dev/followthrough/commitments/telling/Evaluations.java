package dev.followthrough.commitments.telling;

import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Looks once a day at each of the owner's contacts, some in each transaction. */
@ApplicationScoped
class Evaluations implements DueHandler {

  private static final String KIND = "standing-evaluation";
  private static final int AT_ONCE = 50;

  private final Tellings tellings;
  private final People people;
  private final OwnerZones zones;
  private final DueWork dueWork;
  private final BusinessTime time;

  Evaluations(
      Tellings tellings, People people, OwnerZones zones, DueWork dueWork, BusinessTime time) {
    this.tellings = tellings;
    this.people = people;
    this.zones = zones;
    this.dueWork = dueWork;
    this.time = time;
  }

  /** Sees to it that the owner has one. */
  @Transactional(Transactional.TxType.MANDATORY)
  void begin() {
    if (Evaluation.begin()) {
      schedule(zones.current());
    }
  }

  /** The owner lives elsewhere now. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moved(ZoneId zone) {
    if (Evaluation.findByIdOptional(CurrentOwner.require()).isPresent()) {
      schedule(zone);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID ownerId, Instant dueAt) {
    Evaluation.<Evaluation>findByIdOptional(ownerId).ifPresent(this::evaluateSome);
  }

  private void evaluateSome(Evaluation evaluation) {
    var some = people.presentAfter(Optional.ofNullable(evaluation.afterContact), AT_ONCE);
    some.forEach(tellings::evaluate);
    boolean more = some.size() == AT_ONCE;
    evaluation.afterContact = more ? some.getLast().id() : null;
    if (more) {
      dueWork.schedule(KIND, evaluation.id, time.now());
    } else {
      schedule(zones.current());
    }
  }

  private void schedule(ZoneId zone) {
    dueWork.schedule(KIND, CurrentOwner.require(), Evaluation.next(zone, time.now()));
  }
}
