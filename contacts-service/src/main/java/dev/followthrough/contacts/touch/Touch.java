package dev.followthrough.contacts.touch;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.events.TouchRemoved;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** One interaction with a contact that is not a live conversation, unless a short call. */
@Entity
class Touch extends OwnedEntity {

  UUID contactId;

  @Enumerated(EnumType.STRING)
  TouchDirection direction;

  @Enumerated(EnumType.STRING)
  TouchKind kind;

  Instant happenedAt;
  String note;
  UUID answers;
  boolean redirects;
  boolean asksQuestion;

  /** What the owner said of it, if anything; {@link #awaitsReply} is what follows. */
  Boolean awaitsReplySaid;

  boolean awaitsReply;
  boolean saysThanks;

  @Enumerated(EnumType.STRING)
  AsksAfter asksAfter;

  /** What the owner said of it, if anything; {@link #asksNothing} is what follows. */
  Boolean asksNothingSaid;

  boolean asksNothing;

  @Column(name = "tells_what_i_do_now")
  boolean tellsWhatIDoNow;

  /** The ask that it is; null for any other. */
  UUID askId;

  /** When the first touch that counts as its answer happened. */
  Instant answeredAt;

  /** Its contact is removed. */
  boolean hidden;

  Instant createdAt;
  Instant changedAt;

  static Optional<Touch> present(UUID id) {
    return Touch.<Touch>findByIdOptional(id).filter(touch -> !touch.hidden);
  }

  static List<Touch> present(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1 and hidden = false", ids);
  }

  /** With whom a touch was, without reading the touch itself. */
  static Optional<UUID> contactOf(UUID id) {
    return getEntityManager()
        .createQuery("select contactId from Touch where id = ?1 and hidden = false", UUID.class)
        .setParameter(1, id)
        .getResultStream()
        .findFirst();
  }

  /** The last ones with this contact, the latest first. */
  static List<Touch> lastWith(UUID contactId, int most) {
    return Touch.<Touch>find(
            "contactId = ?1 and hidden = false order by happenedAt desc, id desc", contactId)
        .page(Page.ofSize(most))
        .list();
  }

  static List<Touch> answering(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("answers in ?1 order by happenedAt, id", ids);
  }

  /** When the latest touch with each of these contacts was; who had none is absent. */
  static Map<UUID, Instant> last(Collection<UUID> contactIds) {
    return getEntityManager()
        .createQuery(
            "select contactId, max(happenedAt) from Touch where contactId in ?1 group by contactId",
            Object[].class)
        .setParameter(1, contactIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  static List<Touch> latest(UUID contactId, int limit) {
    return Touch.<Touch>find("contactId = ?1 order by happenedAt desc, id desc", contactId)
        .page(Page.ofSize(limit))
        .list();
  }

  static int count(UUID contactId, Instant after, Instant until) {
    return (int)
        count("contactId = ?1 and happenedAt > ?2 and happenedAt <= ?3", contactId, after, until);
  }

  static Optional<Instant> lastAnswered(UUID contactId) {
    return Optional.ofNullable(
        getEntityManager()
            .createQuery("select max(answeredAt) from Touch where contactId = ?1", Instant.class)
            .setParameter(1, contactId)
            .getSingleResult());
  }

  static void hideAllOf(UUID contactId, boolean hidden) {
    update("hidden = ?1 where contactId = ?2", hidden, contactId);
  }

  TouchRecorded record(NewTouch touch, Instant now) {
    contactId = touch.contactId();
    direction = touch.direction();
    createdAt = now;
    say(touch.fields(), now);
    return new TouchRecorded(
        id,
        contactId,
        direction,
        kind,
        happenedAt,
        answers,
        redirects,
        asksQuestion,
        awaitsReply,
        saysThanks,
        asksAfter,
        asksNothing,
        tellsWhatIDoNow);
  }

  TouchChanged correct(TouchFields fields, Instant now) {
    say(fields, now);
    return new TouchChanged(
        id,
        contactId,
        direction,
        kind,
        happenedAt,
        answers,
        redirects,
        asksQuestion,
        awaitsReply,
        saysThanks,
        asksAfter,
        asksNothing,
        tellsWhatIDoNow);
  }

  TouchRemoved removed() {
    return new TouchRemoved(id, contactId);
  }

  TouchFields fields() {
    return new TouchFields(
        kind,
        happenedAt,
        note,
        answers,
        redirects,
        asksQuestion,
        awaitsReplySaid,
        saysThanks,
        asksAfter,
        asksNothingSaid,
        tellsWhatIDoNow);
  }

  boolean isInbound() {
    return direction == TouchDirection.INBOUND;
  }

  /**
   * Whether this answer closes what it answers: all do but the owner's who only asks to go on
   * elsewhere.
   */
  boolean countsAsAnswer() {
    return isInbound() || !redirects;
  }

  private void say(TouchFields fields, Instant now) {
    kind = fields.kind();
    happenedAt = fields.happenedAt() == null ? now : fields.happenedAt();
    note = fields.note();
    answers = fields.answers();
    redirects = TouchFields.isTrue(fields.redirects());
    asksQuestion = TouchFields.isTrue(fields.asksQuestion());
    awaitsReplySaid = fields.awaitsReply();
    awaitsReply = fields.awaits();
    saysThanks = TouchFields.isTrue(fields.saysThanks());
    asksAfter = fields.asksAfterOrNo();
    asksNothingSaid = fields.asksNothing();
    asksNothing = fields.wantsNothing();
    tellsWhatIDoNow = TouchFields.isTrue(fields.tellsWhatIDoNow());
    changedAt = now;
  }
}
