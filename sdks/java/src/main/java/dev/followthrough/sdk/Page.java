package dev.followthrough.sdk;

import java.util.List;

/**
 * One part of a list.
 *
 * @param nextCursor where the next part begins; null on the last
 */
public record Page<T>(List<T> items, String nextCursor) {}
