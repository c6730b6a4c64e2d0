package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a contact's evidence adds up to, as of an instant; it takes the place of the one before.
 * Goes out on new evidence, or when a verdict or proposal differs at the owner's daily evaluation.
 *
 * @param apologiesOwed how many promises the owner missed to this contact and has not apologised
 *     for
 * @param thanksOwed how many favours the owner received without saying thanks
 * @param gap null when the expectation gap is below 0.2
 * @param oneWaySince since when value has gone one way only; null when it does not
 * @param proposedCircle the circle that the evidence speaks for; null for the one they are in
 * @param changed which of reliability, quality, collaboration, reciprocity, gap, oneWay,
 *     alwaysAsking, apologiesOwed, thanksOwed and proposedCircle differ from the one before
 */
@EventType("standing.changed")
public record StandingChanged(
    UUID contactId,
    Instant asOf,
    StandingReliability reliability,
    Double quality,
    Double collaboration,
    StandingReciprocity reciprocity,
    int apologiesOwed,
    int thanksOwed,
    GapVerdict gap,
    Instant oneWaySince,
    boolean alwaysAsking,
    Circle proposedCircle,
    List<String> changed)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
