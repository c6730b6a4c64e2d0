package dev.followthrough.commitments.assessment;

import dev.followthrough.events.AssessmentGiven;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What one side thinks of the other: the receiver of an individual commitment of its quality, or
 * one of the owner and a contact of how the two worked together on the shared one. It lies between
 * the owner and that one contact. Its marks are added, never changed: the last one is in force.
 */
@Entity
class Assessment extends OwnedEntity {

  static final int MOST = 100;

  UUID agreementId;
  UUID commitmentId;

  @Enumerated(EnumType.STRING)
  CommitmentKind kind;

  UUID contactId;
  Party givenBy;
  Instant dueAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Mark> marks = List.of();

  /** One word of it: between 1 (unusable) and 5 (far beyond). */
  record Mark(Integer value, String comment, Instant at) {

    boolean saysTheSame(Mark other) {
      return value.equals(other.value) && Objects.equals(comment, other.comment);
    }
  }

  /**
   * What the owner and the contact gave of this kind in an agreement: at most one each. For quality
   * they are about two commitments, the owner's and the contact's.
   */
  static List<Assessment> between(UUID agreementId, CommitmentKind kind, UUID contactId) {
    return list("agreementId = ?1 and kind = ?2 and contactId = ?3", agreementId, kind, contactId);
  }

  static List<Assessment> withContact(UUID contactId) {
    return list("contactId", contactId);
  }

  AssessmentGiven give(Mark mark, Optional<Assessment> others) {
    if (marks.size() >= MOST) {
      throw AssessmentRefusals.CHANGED_TOO_OFTEN.because("There are %d.".formatted(MOST));
    }
    var all = new ArrayList<>(marks);
    all.add(mark);
    marks = List.copyOf(all);
    return new AssessmentGiven(
        commitmentId, agreementId, kind, contactId, givenBy, mark.at(), others.isPresent());
  }

  /** What the two sides' assessments of the same have in common. */
  List<Object> pair() {
    return List.of(agreementId, kind, contactId);
  }

  /** Whether the other is what the other side gave of the same. */
  boolean isAnsweredBy(Assessment other) {
    return pair().equals(other.pair()) && !givenBy.equals(other.givenBy);
  }

  /** The mark that was in force at an instant. */
  Optional<Mark> at(Instant instant) {
    return marks.stream().filter(mark -> !mark.at().isAfter(instant)).reduce((_, later) -> later);
  }

  Mark inForce() {
    return marks.getLast();
  }

  Instant firstGivenAt() {
    return marks.getFirst().at();
  }

  /** From when on the other side sees it, given what that side gave itself. */
  Instant seenFrom(Optional<Assessment> others) {
    return Blindness.liftedAt(dueAt, others.map(Assessment::firstGivenAt), firstGivenAt());
  }
}
