package dev.followthrough.contacts.duplicate;

import java.util.UUID;

/** Two contacts, in the order of their ids as the database has it. */
record Pair(UUID older, UUID newer) {

  static Pair of(UUID one, UUID other) {
    // a UUID's own order is that of signed halves
    return one.toString().compareTo(other.toString()) < 0
        ? new Pair(one, other)
        : new Pair(other, one);
  }
}
