package dev.followthrough.events;

import java.util.UUID;

/** A trip was removed: it does not take place, or was recorded in error. */
@EventType("trip.removed")
public record TripRemoved(UUID tripId) implements ContactsEvent {
  @Override
  public String subject() {
    return "trip/" + tripId;
  }
}
