package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;

/** What can be said of a commitment while it is proposed: its words, and to whom it is due. */
public record Terms(Words words, Party receiver) {}
