package dev.followthrough.contacts.trip;

import java.time.LocalDate;
import java.util.UUID;

/** What the other features may know of a trip. */
public record KnownTrip(UUID id, String place, LocalDate from, LocalDate to) {

  static KnownTrip of(Trip trip) {
    return new KnownTrip(trip.id, trip.place, trip.startsOn, trip.endsOn);
  }
}
