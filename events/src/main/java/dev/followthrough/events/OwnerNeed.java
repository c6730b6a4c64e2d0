package dev.followthrough.events;

import java.time.Instant;

/** Something that the owner needs, in their words, and since when they say so. */
public record OwnerNeed(String words, Instant since) {}
