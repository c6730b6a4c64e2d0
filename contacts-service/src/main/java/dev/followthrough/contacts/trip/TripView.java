package dev.followthrough.contacts.trip;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A trip as a client reads it. */
record TripView(
    @NotNull UUID id,
    @NotNull String place,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  static TripView of(Trip trip) {
    return new TripView(
        trip.id, trip.place, trip.startsOn, trip.endsOn, trip.createdAt, trip.changedAt);
  }

  /** A part of the list of trips. */
  record TripPage(@NotNull List<TripView> items, String nextCursor) {}
}
