package dev.followthrough.commitments.nextaction;

import dev.followthrough.commitments.action.ActionIds;
import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The owner's one list, as it is at this moment. Kinds come one after the other, so they are read
 * one after the other until there is enough, and what comes after that is not looked at.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ActionList {

  /** What rests on a contact's standing. */
  static final Set<NextActionKind> OF_STANDING =
      Set.of(NextActionKind.ONE_ONE_ONE_TO_PROPOSE, NextActionKind.ASK_WORTH_MAKING);

  /**
   * What is asked for; what is null does not matter.
   *
   * @param withStanding whether what rests on standing is to be shown
   */
  record Search(
      NextActionKind kind,
      UUID contactId,
      boolean hidden,
      boolean withStanding,
      Place after,
      int limit) {}

  private final List<ActionSource> sources;
  private final AgreementReads agreements;
  private final OwnerZones zones;
  private final EntityManager entities;
  private final Sql sql;
  private final BusinessTime time;

  ActionList(
      @All List<ActionSource> sources,
      AgreementReads agreements,
      OwnerZones zones,
      EntityManager entities,
      Sql sql,
      BusinessTime time) {
    this.sources = sources.stream().sorted(Comparator.comparing(ActionSource::kind)).toList();
    this.agreements = agreements;
    this.zones = zones;
    this.entities = entities;
    this.sql = sql;
    this.time = time;
  }

  List<OpenAction> find(Search search) {
    var wanted = wanted(search.contactId(), search.hidden(), search.limit());
    var found = new ArrayList<OpenAction>();
    for (var source : sources) {
      if (found.size() < search.limit() && isAskedFor(source.kind(), search)) {
        found.addAll(
            source.open(
                wanted.after(
                    isIn(source.kind(), search.after()) ? search.after() : null,
                    search.limit() - found.size())));
      }
    }
    return found;
  }

  /** The line of this id, be it hidden or not. */
  Optional<OpenAction> find(UUID id, boolean withStanding) {
    var wanted = wanted(null, null, 1);
    return sources.stream()
        .filter(source -> withStanding || !OF_STANDING.contains(source.kind()))
        .flatMap(source -> source.open(wanted.about(ActionIds.subject(source.kind(), id))).stream())
        .findFirst();
  }

  private static boolean isAskedFor(NextActionKind kind, Search search) {
    return (search.kind() == null || search.kind() == kind)
        && (search.withStanding() || !OF_STANDING.contains(kind))
        && (search.after() == null || search.after().kind().compareTo(kind) <= 0);
  }

  private static boolean isIn(NextActionKind kind, Place place) {
    return place != null && place.kind() == kind;
  }

  private Wanted wanted(UUID contactId, Boolean hidden, int limit) {
    agreements.settleOverdue();
    // what the deadlines did is read by plain statements
    entities.flush();
    var inner =
        sql.list(
            "select id from person where circle = 'INNER' and not removed order by id",
            row -> row.getObject(1, UUID.class));
    return new Wanted(time.now(), zones.current(), inner, contactId, null, hidden, null, limit);
  }
}
