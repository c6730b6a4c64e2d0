package dev.followthrough.commitments.profile;

import java.time.ZoneId;

/** Told inside the transaction in which the owner is known to live in another zone. */
public record ZoneMoved(ZoneId zone) {}
