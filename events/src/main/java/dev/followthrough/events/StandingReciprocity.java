package dev.followthrough.events;

/**
 * The value that went both ways, which fades by half in 365 days.
 *
 * @param value (received − given) / (received + given + 2), to two decimals
 * @param given by the owner to the contact
 * @param received by the owner from the contact
 */
public record StandingReciprocity(
    double value, double given, double received, ReciprocityBalance balance) {}
