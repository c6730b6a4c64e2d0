package dev.followthrough.commitments.profile;

import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where the current owner lives, for showing them their deadlines, and what they say of themselves.
 * Until they say so, UTC and nothing.
 */
@ApplicationScoped
public class OwnerZones implements EventListener {

  private static final ZoneId DEFAULT = ZoneId.of("UTC");

  private final Event<ZoneMoved> moves;

  OwnerZones(Event<ZoneMoved> moves) {
    this.moves = moves;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public ZoneId current() {
    return OwnerZone.mine().map(zone -> known(zone.timeZone)).orElse(DEFAULT);
  }

  /** What the owner offers, needs and does, as last told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OwnerFacts facts() {
    return OwnerZone.mine().map(mine -> mine.facts).orElse(OwnerFacts.NONE);
  }

  /** Where and when the owner's day begins, as last told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OwnerDay day() {
    return new OwnerDay(current(), hour(facts().digestAt()));
  }

  /** The same as this profile tells it, and as it was told before where this tells nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OwnerDay day(ProfileChanged profile) {
    var digestAt =
        OwnerFacts.of(profile).map(OwnerFacts::digestAt).orElseGet(() -> facts().digestAt());
    return new OwnerDay(
        profile.timeZone() == null ? current() : known(profile.timeZone()), hour(digestAt));
  }

  private static LocalTime hour(String told) {
    return told == null ? OwnerDay.USUAL : LocalTime.parse(told);
  }

  /** One that only a newer time zone database knows must not stop the owner's events. */
  public static ZoneId known(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return DEFAULT;
    }
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(ProfileChanged.class, this::moved);
  }

  private void moved(ProfileChanged profile) {
    if (profile.timeZone() == null) {
      return;
    }
    var known = OwnerZone.mine();
    var mine = known.orElseGet(OwnerZone::new);
    boolean moved = !profile.timeZone().equals(mine.timeZone);
    mine.timeZone = profile.timeZone();
    mine.facts = OwnerFacts.of(profile).orElse(mine.facts);
    if (known.isEmpty()) {
      mine.persist();
    }
    if (moved) {
      moves.fire(new ZoneMoved(known(mine.timeZone)));
    }
  }
}
