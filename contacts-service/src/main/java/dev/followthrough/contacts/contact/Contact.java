package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.Cadence;
import dev.followthrough.contacts.circle.CircleRule;
import dev.followthrough.contacts.circle.Hold;
import dev.followthrough.contacts.circle.KnownContact;
import dev.followthrough.contacts.circle.Standing;
import dev.followthrough.contacts.circle.Turn;
import dev.followthrough.contacts.contact.ContactFields.PrivateNotes;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.platform.owner.OwnedEntity;
import dev.followthrough.platform.problem.Problems;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** A person in the owner's network. A removed one stays for 30 days, unseen, and can come back. */
@Entity
class Contact extends OwnedEntity {

  static final Duration KEPT = Duration.ofDays(30);

  String name;
  boolean practiceOff;

  @JdbcTypeCode(SqlTypes.JSON)
  ContactFields details;

  @JdbcTypeCode(SqlTypes.JSON)
  PrivateNotes privateNotes;

  @Enumerated(EnumType.STRING)
  Circle circle = Circle.ACQUAINTANCE;

  /** What the owner set; null where the circle's own holds. */
  Integer cadenceDays;

  Instant lastTouchAt;

  /** From when on silence counts as dormant; null where it never does. */
  Instant dormantAt;

  /** From when on a move to another circle is proposed; null where none will be. */
  @OptimisticLock(excluded = true)
  Instant proposedAt;

  @Embedded
  @OptimisticLock(excluded = true)
  Judgement judgement;

  @Embedded
  @OptimisticLock(excluded = true)
  TurnColumns turn;

  Instant createdAt;
  Instant changedAt;
  Instant removedAt;

  /** Whom they have become, and by which merge; null for one of their own. */
  UUID mergedInto;

  UUID mergeId;

  static Optional<Contact> present(UUID id) {
    return Contact.<Contact>findByIdOptional(id).filter(contact -> contact.removedAt == null);
  }

  /** The same, held on to until the transaction ends. */
  static Optional<Contact> lock(UUID id) {
    return lockAny(id).filter(contact -> contact.removedAt == null);
  }

  /** Present or removed; held on to until the transaction ends. */
  static Optional<Contact> lockAny(UUID id) {
    return Contact.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Why there is no such contact in the network: merged into another, or not there. */
  static RuntimeException missing(UUID id) {
    return became(id).isEmpty()
        ? Problems.notFound("contact", id)
        : MergedContact.into(became(id).getLast().contactId());
  }

  /** All that the contact became, one after the other; none for one of their own. */
  static List<Became> became(UUID id) {
    var all = new ArrayList<Became>();
    var next = Contact.<Contact>findByIdOptional(id);
    while (next.isPresent() && next.get().mergedInto != null) {
      all.add(new Became(next.get().mergedInto, next.get().mergeId));
      next = Contact.findByIdOptional(next.get().mergedInto);
    }
    return all;
  }

  static List<Contact> present(Collection<UUID> ids) {
    return list("id in ?1 and removedAt is null", ids);
  }

  /** Present or removed; held on to, always in the same order, so that nobody waits in a ring. */
  static List<Contact> lockAll(Collection<UUID> ids) {
    return Contact.<Contact>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The same as they are at this moment, whatever was read of them before they were held. */
  static List<Contact> lockFresh(Collection<UUID> ids) {
    var contacts =
        ids.stream()
            .sorted()
            .map(id -> Contact.<Contact>findByIdOptional(id))
            .flatMap(Optional::stream)
            .toList();
    contacts.stream()
        .filter(one -> getEntityManager().getLockMode(one) != LockModeType.PESSIMISTIC_WRITE)
        .forEach(one -> getEntityManager().refresh(one, LockModeType.PESSIMISTIC_WRITE));
    return contacts;
  }

  /**
   * Takes the id of an introducer out of every contact that names it, and yields what that changed
   * of those who are present.
   */
  static List<ContactChanged> forgetIntroducer(UUID id, Instant now) {
    List<UUID> introduced =
        getEntityManager()
            .createNativeQuery(
                """
                update contact set details = details #- '{origin,introducedBy}',
                  version = version + 1, changed_at = ?2
                where lower(details #>> '{origin,introducedBy}') = ?1
                returning id
                """,
                UUID.class)
            .setParameter(1, id.toString())
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return lockFresh(introduced).stream()
        .filter(contact -> contact.removedAt == null)
        .map(Contact::originChanged)
        .toList();
  }

  ContactAdded add(ContactFields fields, Instant now) {
    createdAt = now;
    say(fields, now);
    return new ContactAdded(id, name, practiceOff, details.facts());
  }

  /**
   * Empty when nothing changes by it that others may know of: private parts change untold. The
   * circle is another matter: see {@link #move}.
   */
  Optional<ContactChanged> change(ContactFields fields, Instant now) {
    var changed = FieldDifferences.between(fields(), fields);
    if (changed.isEmpty() && fields.privateNotes().equals(privateNotes)) {
      return Optional.empty();
    }
    say(fields, now);
    return changed.isEmpty() ? Optional.empty() : Optional.of(changed(changed));
  }

  ContactChanged originChanged() {
    return changed(List.of("origin"));
  }

  private ContactChanged changed(List<String> fields) {
    return new ContactChanged(id, name, practiceOff, details.facts(), fields);
  }

  /** Empty when the contact is in that circle already. */
  Optional<CircleChanged> move(Circle to, Instant now) {
    var from = circle;
    if (from == to) {
      return Optional.empty();
    }
    circle = to;
    changedAt = now;
    reckonSilence();
    return Optional.of(new CircleChanged(id, from, to));
  }

  /** When the contact was last in touch; null for never. */
  void lastTouch(Instant at) {
    lastTouchAt = at;
    reckonSilence();
  }

  ContactRemoved remove(Instant now) {
    removedAt = now;
    return new ContactRemoved(id);
  }

  ContactRestored restore(Instant now) {
    removedAt = null;
    changedAt = now;
    return new ContactRestored(id, name, practiceOff, details.facts());
  }

  /** They are another one now. */
  void become(Became other, Instant now) {
    removedAt = now;
    mergedInto = other.contactId();
    mergeId = other.mergeId();
  }

  /** They are one of their own again. */
  void part(Instant now) {
    removedAt = null;
    mergedInto = null;
    mergeId = null;
    changedAt = now;
  }

  void forgetAllButName() {
    details = UnionRule.nameAlone(name).openly();
    privateNotes = new PrivateNotes(null, null);
  }

  boolean isPastRestoring(Instant now) {
    return removedAt != null && !now.isBefore(removedAt.plus(KEPT));
  }

  ContactFields fields() {
    return details.with(privateNotes, circle, cadenceDays);
  }

  Person person() {
    return new Person(id, name, practiceOff);
  }

  KnownContact known() {
    return new KnownContact(
        id, name, circle, cadenceDays, lastTouchAt, quietSince(), Judgement.standing(judgement));
  }

  /** Empty for whom nobody is to write to. */
  Optional<Turn> turn() {
    if (Boolean.TRUE.equals(details.doNotContact())) {
      return Optional.empty();
    }
    var known = columns();
    return Cadence.days(circle, cadenceDays)
        .map(
            days ->
                new Turn(
                    id,
                    name,
                    circle,
                    days,
                    quietSince(),
                    known.hold(),
                    known.toldSince,
                    known.toldOn));
  }

  void judge(Standing standing) {
    judgement = Judgement.of(standing);
    reckonSilence();
  }

  /** Until when guidance objects to a touch; null when it does not. */
  void hold(Hold hold) {
    columns().hold(hold);
    reckonSilence();
  }

  /** The turn of the silence that holds was told. */
  void tellTurn(LocalDate on) {
    columns().toldSince = quietSince();
    columns().toldOn = on;
    reckonSilence();
  }

  private Instant quietSince() {
    return lastTouchAt == null ? createdAt : lastTouchAt;
  }

  private void say(ContactFields fields, Instant now) {
    name = fields.name();
    practiceOff = fields.practiceOff();
    details = fields.openly();
    privateNotes = fields.privateNotes();
    cadenceDays = fields.cadenceDays();
    changedAt = now;
    reckonSilence();
  }

  private void reckonSilence() {
    dormantAt = CircleRule.dormantAt(circle, cadenceDays, quietSince()).orElse(null);
    proposedAt = CircleRule.proposedAt(known()).orElse(null);
    columns().at = turn().map(Turn::about).orElse(null);
  }

  /** Without a single value Hibernate has no object for them. */
  private TurnColumns columns() {
    if (turn == null) {
      turn = new TurnColumns();
    }
    return turn;
  }
}
