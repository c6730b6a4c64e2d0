package dev.followthrough.contacts.profile;

import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the owner says of themselves. Until they say otherwise they live in UTC. */
@Entity
class Profile extends OwnedEntity {

  static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

  String timeZone = DEFAULT_ZONE.getId();

  /** All of it as it was said; null until then. The zone that counts is the column's. */
  @JdbcTypeCode(SqlTypes.JSON)
  ProfileFields details;

  /** Since when the owner says that they need each thing, by its words; null for none. */
  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Instant> needsSince;

  static Optional<Profile> mine() {
    return Profile.<Profile>findAll().firstResultOptional();
  }

  /** The owner's row, made if need be, and held on to until the transaction ends. */
  static Profile lockMine() {
    var owner = CurrentOwner.require();
    getEntityManager()
        .createNativeQuery(
            """
            insert into profile (owner_id, id, version, time_zone) values (?1, ?1, 0, ?2)
            on conflict do nothing
            """)
        .setParameter(1, owner)
        .setParameter(2, DEFAULT_ZONE.getId())
        .executeUpdate();
    return Profile.findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }

  ProfileFields fields() {
    var zone = ZoneId.of(timeZone);
    return details == null ? ProfileFields.in(zone) : details.movedTo(zone);
  }

  /** Empty when nothing changes by it. */
  Optional<ProfileChanged> say(ProfileFields fields, Instant now) {
    var changed = differences(fields(), fields);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    timeZone = fields.timeZone().getId();
    details = fields;
    needsSince = since(fields.needs(), now);
    return Optional.of(
        new ProfileChanged(
            timeZone,
            fields.quietHours() == null ? null : fields.quietHours().told(),
            Rhythm.of(fields.rhythm()).told(),
            fields.areas() == null ? List.of() : fields.areas(),
            needsSince.entrySet().stream()
                .map(need -> new OwnerNeed(need.getKey(), need.getValue()))
                .toList(),
            fields.offers() == null ? List.of() : fields.offers(),
            fields.whatIDoNowSince(),
            changed));
  }

  /** What is needed still has been needed since it was first said. */
  private Map<String, Instant> since(List<String> needs, Instant now) {
    Map<String, Instant> before = needsSince == null ? Map.of() : needsSince;
    var since = new LinkedHashMap<String, Instant>();
    if (needs != null) {
      needs.forEach(need -> since.putIfAbsent(need, before.getOrDefault(need, now)));
    }
    return since;
  }

  private static List<String> differences(ProfileFields before, ProfileFields after) {
    return Arrays.stream(ProfileFields.class.getRecordComponents())
        .filter(field -> !Objects.equals(value(field, before), value(field, after)))
        .map(RecordComponent::getName)
        .toList();
  }

  private static Object value(RecordComponent field, ProfileFields fields) {
    try {
      return field.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
