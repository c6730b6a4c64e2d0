package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/** A trip was planned: the days that the owner spends in a place, both counted. */
@EventType("trip.planned")
public record TripPlanned(UUID tripId, String place, LocalDate from, LocalDate to)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "trip/" + tripId;
  }
}
