package dev.followthrough.commitments.touch;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A touch as contacts-service last told of it. */
@Entity
class Touch extends OwnedEntity {

  UUID contactId;

  @Enumerated(EnumType.STRING)
  TouchDirection direction;

  @Enumerated(EnumType.STRING)
  TouchKind kind;

  Instant happenedAt;
  UUID answers;
  boolean redirects;
  boolean asksQuestion;
  boolean awaitsReply;
  boolean saysThanks;

  @Enumerated(EnumType.STRING)
  AsksAfter asksAfter;

  boolean asksNothing;

  @Column(name = "tells_what_i_do_now")
  boolean tellsWhatIDoNow;

  /**
   * Each with the moment of its first answer: the contact's answers count all, the owner's but
   * those that only ask to go on elsewhere.
   */
  private static final String WITH_ANSWER =
      """
      select new dev.followthrough.commitments.touch.KnownTouch(
          t.id, t.contactId, t.direction, t.kind, t.happenedAt, t.asksQuestion, t.awaitsReply,
          t.saysThanks, t.asksAfter, t.asksNothing, t.tellsWhatIDoNow,
          (select min(a.happenedAt) from Touch a
           where a.answers = t.id and (a.direction = INBOUND or a.redirects = false)))
      from Touch t
      """;

  static List<KnownTouch> of(UUID contactId, Instant from, Instant until) {
    return getEntityManager()
        .createQuery(
            WITH_ANSWER
                + """
                where t.contactId = ?1 and t.happenedAt >= ?2 and t.happenedAt <= ?3
                order by t.happenedAt, t.id
                """,
            KnownTouch.class)
        .setParameter(1, contactId)
        .setParameter(2, from)
        .setParameter(3, until)
        .getResultList();
  }

  static List<Contacted> outbound(Instant after, Instant until) {
    return getEntityManager()
        .createQuery(
            """
            select new dev.followthrough.commitments.touch.Contacted(t.contactId, t.happenedAt)
            from Touch t
            where t.direction = ?1 and t.happenedAt > ?2 and t.happenedAt <= ?3
            """,
            Contacted.class)
        .setParameter(1, TouchDirection.OUTBOUND)
        .setParameter(2, after)
        .setParameter(3, until)
        .getResultList();
  }

  static Optional<Instant> first(UUID contactId, Instant until) {
    return moment("min(happenedAt)", "contactId = ?1 and happenedAt <= ?2", contactId, until);
  }

  static Optional<Instant> last(UUID contactId, Instant until) {
    return moment("max(happenedAt)", "contactId = ?1 and happenedAt <= ?2", contactId, until);
  }

  static boolean tells(UUID contactId, Instant from, Instant until) {
    return count(
            "contactId = ?1 and tellsWhatIDoNow = true and direction = ?2"
                + " and happenedAt >= ?3 and happenedAt <= ?4",
            contactId,
            TouchDirection.OUTBOUND,
            from,
            until)
        > 0;
  }

  private static Optional<Instant> moment(String what, String where, Object... parameters) {
    return Optional.ofNullable(
        find("select " + what + " from Touch where " + where, parameters)
            .project(Instant.class)
            .firstResult());
  }

  /** As its facts are now. */
  void say(TouchChanged facts) {
    contactId = facts.contactId();
    direction = facts.direction();
    kind = facts.kind();
    happenedAt = facts.happenedAt();
    answers = facts.answers();
    redirects = facts.redirects();
    asksQuestion = facts.asksQuestion();
    awaitsReply = facts.awaitsReply();
    saysThanks = facts.saysThanks();
    asksAfter = facts.asksAfter() == null ? AsksAfter.NO : facts.asksAfter();
    asksNothing = facts.asksNothing();
    tellsWhatIDoNow = facts.tellsWhatIDoNow();
  }
}
