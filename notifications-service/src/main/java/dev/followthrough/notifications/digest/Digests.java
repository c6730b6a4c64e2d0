package dev.followthrough.notifications.digest;

import dev.followthrough.events.Digest;
import dev.followthrough.events.DigestDue;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.notifications.clock.OwnerClocks;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The owner's next actions in one event, as often as their rhythm says: for each day one at most,
 * when its list is compiled, or at the end of the quiet hours that this falls in. A later list
 * takes the place of one that still waits; an empty one says nothing, and neither does one whose
 * day is over for more than a day. A weekly one that an outage lost comes with the next list. The
 * caller holds the log.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Digests {

  static final String KIND = "digest";

  private final OwnerClocks clocks;
  private final DueWork dueWork;
  private final EventLog log;
  private final BusinessTime time;

  Digests(OwnerClocks clocks, DueWork dueWork, EventLog log, BusinessTime time) {
    this.clocks = clocks;
    this.dueWork = dueWork;
    this.log = log;
    this.time = time;
  }

  /** A list was compiled; contacts who are erased are no part of it. */
  void compiled(NextActionsCompiled list, Predicate<UUID> isErased) {
    var mine = OwnersDigest.lockMine();
    if (mine.isNews(list) && !isStale(list)) {
      mine.hold(OwnersDigest.without(list, isErased));
      tell(mine);
    }
  }

  private boolean isStale(NextActionsCompiled list) {
    return list.on().isBefore(clocks.mine().dayOf(time.now()).minusDays(1));
  }

  /** Tells what waits, if its time has come. */
  void run() {
    tell(OwnersDigest.lockMine());
  }

  private void tell(OwnersDigest mine) {
    var list = mine.held;
    if (list == null) {
      return;
    }
    var period = clocks.rhythm().on(list.on(), mine.toldOn);
    if (period.isEmpty() || list.actions().isEmpty()) {
      if (period.filter(Digest.WEEKLY::equals).isPresent() && mine.toldOn != null) {
        // there was nothing to say on its day, so that there is nothing to make up for
        mine.told();
      }
      mine.drop();
      dueWork.cancel(KIND, mine.id);
      return;
    }
    var quiet = clocks.mine().quietAround(time.now());
    if (quiet.isPresent()) {
      dueWork.schedule(KIND, mine.id, quiet.get().end());
      return;
    }
    log.announce(
        new DigestDue(
            Ids.next(), period.get(), list.on(), list.timeZone(), list.actions(), list.more()));
    mine.told();
    dueWork.cancel(KIND, mine.id);
  }

  /** The owner lives by another clock or rhythm: what waits is looked at anew, right after this. */
  void clockChanged() {
    if (OwnersDigest.mine().filter(mine -> mine.held != null).isPresent()) {
      dueWork.schedule(KIND, CurrentOwner.require(), time.now());
    }
  }

  /** What waits does not name a contact who is gone. */
  public void forget(UUID contactId) {
    OwnersDigest.mine().ifPresent(mine -> mine.leaveOut(contactId::equals));
  }

  public void forgetAll() {
    OwnersDigest.deleteAll();
  }
}
