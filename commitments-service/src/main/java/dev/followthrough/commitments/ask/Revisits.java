package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.presence.PersonRestored;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.commitments.profile.ZoneMoved;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * "Not the right time": a deferred ask comes back once, at the start of its day in the owner's zone
 * (00:00, or where a clock change skips midnight the first moment of the day). When the owner
 * moves, what lies ahead moves along. With a removed contact it waits, and comes back when the
 * contact does.
 *
 * <p>Each plan is due work under an id of its own, so that nobody who holds an ask waits for due
 * work that is being done and itself waits for the ask; a plan that was replaced finds nothing.
 */
@ApplicationScoped
public class Revisits implements DueHandler {

  private static final String KIND = "ask-revisit";

  private final OwnerZones zones;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final BusinessTime time;

  Revisits(OwnerZones zones, DueWork dueWork, Outbox outbox, BusinessTime time) {
    this.zones = zones;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.time = time;
  }

  /** Plans that it comes back on the day to which it was deferred. */
  @Transactional(Transactional.TxType.MANDATORY)
  void plan(Asked asked) {
    plan(asked, zones.current());
  }

  private void plan(Asked asked, ZoneId zone) {
    asked.revisitId = Ids.next();
    dueWork.schedule(KIND, asked.revisitId, startOf(asked.deferredUntil, zone));
  }

  static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID revisitId, Instant dueAt) {
    AskedRows.askOfRevisit(revisitId)
        .flatMap(Ask::lock)
        .ifPresent(
            ask ->
                AskedRows.ofRevisit(revisitId)
                    .filter(Asked::isToComeBack)
                    .ifPresent(
                        asked -> {
                          ask.changed(time.now());
                          outbox.append(asked.comeBack());
                        }));
  }

  void moved(@Observes ZoneMoved move) {
    replan(AskedRows.asksToComeBack(), move.zone());
  }

  void restored(@Observes PersonRestored person) {
    replan(AskedRows.asksToComeBack(person.id()), zones.current());
  }

  private void replan(List<UUID> askIds, ZoneId zone) {
    for (var askId : askIds) {
      if (Ask.lock(askId).isPresent()) {
        AskedRows.toComeBack(askId).forEach(asked -> plan(asked, zone));
      }
    }
  }
}
