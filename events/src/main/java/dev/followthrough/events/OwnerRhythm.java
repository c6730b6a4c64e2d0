package dev.followthrough.events;

/**
 * How much of their network the owner wants on a day, and when they want to hear of it.
 *
 * @param touchesPerDay the daily budget for keeping in touch
 * @param digestAt {@code HH:mm} in the owner's zone
 * @param digestOn the day of a weekly digest
 */
public record OwnerRhythm(int touchesPerDay, Digest digest, String digestAt, Weekday digestOn) {}
