package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;

/** One person's share: the whole of an individual commitment, or their part of the shared one. */
record Part(Party by, CommitmentStatus state) {

  static Part proposed(Party by) {
    return new Part(by, CommitmentStatus.PROPOSED);
  }
}
