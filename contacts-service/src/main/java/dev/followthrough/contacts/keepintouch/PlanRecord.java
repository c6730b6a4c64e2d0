package dev.followthrough.contacts.keepintouch;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the others have heard of an owner's turns: through which day, and the plan ahead. */
@Entity
@Table(name = "keep_in_touch")
class PlanRecord extends OwnedEntity {

  /** A contact and its day, without a name. */
  record Told(UUID contactId, LocalDate on) {}

  /** The last day whose turns have been told; the day of the first look counts as told. */
  LocalDate toldThrough;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Told> published = List.of();

  static Optional<PlanRecord> mine() {
    return findByIdOptional(CurrentOwner.require());
  }

  /** Made if need be, by who works for the owner alone. */
  static PlanRecord make() {
    var made = new PlanRecord();
    made.id = CurrentOwner.require();
    made.persist();
    return made;
  }

  /** True, and kept, when the plan is another one than what was published of the same days. */
  boolean publish(List<PlannedTurn> plan, LocalDate today) {
    var now = plan.stream().map(one -> new Told(one.turn().contactId(), one.on())).toList();
    var before = published.stream().filter(one -> !one.on().isBefore(today)).toList();
    if (!now.equals(published)) {
      published = now;
    }
    return !now.equals(before);
  }

  void forget(UUID contactId) {
    published = published.stream().filter(one -> !one.contactId().equals(contactId)).toList();
  }
}
