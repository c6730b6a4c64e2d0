package dev.followthrough.contacts.recency;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Turns;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps on each contact when it was last in touch: the latest touch or held meeting; and with it
 * until when another touch is better not made. Whoever records one says so here, and whoever takes
 * one back has it counted anew.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LastTouches {

  private final Contacts contacts;
  private final Turns turns;
  private final HoldSource holds;
  private final List<TouchSource> sources;

  LastTouches(Contacts contacts, Turns turns, HoldSource holds, @All List<TouchSource> sources) {
    this.contacts = contacts;
    this.turns = turns;
    this.holds = holds;
    this.sources = sources;
  }

  /** There was contact with these at this time; a later one that is known stays. */
  public void touched(Collection<UUID> contactIds, Instant at) {
    contacts.lastTouch(contactIds, (_, known) -> known == null || known.isBefore(at) ? at : known);
    hold(contactIds);
  }

  /** Something that counted is taken back, or its time has changed. */
  public void recount(Collection<UUID> contactIds) {
    // held first: what is committed until then is counted, and nothing comes between
    contacts.lastTouch(contactIds, (_, known) -> known);
    Map<UUID, Instant> latest =
        sources.stream()
            .flatMap(source -> source.lastTouches(contactIds).entrySet().stream())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one.isAfter(other) ? one : other));
    contacts.lastTouch(contactIds, (id, _) -> latest.get(id));
    hold(contactIds);
  }

  private void hold(Collection<UUID> contactIds) {
    turns.hold(contactIds, holds.holds(contactIds));
  }
}
