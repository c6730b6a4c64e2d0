package dev.followthrough.commitments.action;

import dev.followthrough.commitments.action.ActionRank.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Which lines of a kind are wanted.
 *
 * @param zone where the owner lives
 * @param inner who belongs to the inner circle
 * @param contactId those with this contact; null for all
 * @param subject the one about this; null for all
 * @param hidden those that the owner has hidden, or those that they have not; null for both
 * @param after those that come after this place, which is one of the kind; null for all
 */
public record Wanted(
    Instant now,
    ZoneId zone,
    List<UUID> inner,
    UUID contactId,
    UUID subject,
    Boolean hidden,
    Place after,
    int limit) {

  public LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  public Wanted after(Place place, int most) {
    return new Wanted(now, zone, inner, contactId, subject, hidden, place, most);
  }

  public Wanted about(UUID one) {
    return new Wanted(now, zone, inner, contactId, one, hidden, after, limit);
  }
}
