package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** What is known of a contact's standing, as far as it speaks for another circle. */
@Embeddable
class Judgement {

  @Column(name = "standing_lower")
  Double lower;

  @Column(name = "standing_upper")
  Double upper;

  @Column(name = "one_way_since")
  Instant oneWaySince;

  /** Null while nothing is known. */
  @Column(name = "standing_since")
  Instant since;

  static Judgement of(Standing standing) {
    var judgement = new Judgement();
    judgement.lower = standing.lower();
    judgement.upper = standing.upper();
    judgement.oneWaySince = standing.oneWaySince();
    judgement.since = standing.since();
    return judgement;
  }

  static Optional<Standing> standing(Judgement judgement) {
    return Optional.ofNullable(judgement)
        .filter(known -> known.since != null)
        .map(known -> new Standing(known.lower, known.upper, known.oneWaySince, known.since));
  }
}
