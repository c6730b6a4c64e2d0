package dev.followthrough.contacts.search;

import java.util.UUID;

/** A contact that fits a search, and how well; the rank is 0 where no words are asked for. */
public record Hit(UUID id, int rank) {}
