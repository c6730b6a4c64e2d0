package dev.followthrough.contacts.circle;

import java.time.Instant;

/**
 * What is known of a contact's standing, which commitments-service computes.
 *
 * @param lower the lower end of the interval of its reliability, or null while untested
 * @param upper the upper end, or null while untested
 * @param oneWaySince since when value has gone one way only, or null when it does not
 * @param since since when this is known
 */
public record Standing(Double lower, Double upper, Instant oneWaySince, Instant since) {}
