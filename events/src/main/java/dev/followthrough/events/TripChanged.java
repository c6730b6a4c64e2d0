package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A trip has another place or other days: the days that the owner spends in a place, both counted.
 */
@EventType("trip.changed")
public record TripChanged(UUID tripId, String place, LocalDate from, LocalDate to)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "trip/" + tripId;
  }
}
