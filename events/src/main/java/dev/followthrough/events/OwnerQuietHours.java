package dev.followthrough.events;

/**
 * When the owner wants to hear nothing, in their own zone: {@code from} up to {@code to}, each
 * {@code HH:mm}. Where {@code to} is the earlier one, they go over midnight.
 */
public record OwnerQuietHours(String from, String to) {}
