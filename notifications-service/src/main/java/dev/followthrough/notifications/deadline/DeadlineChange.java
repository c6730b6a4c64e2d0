package dev.followthrough.notifications.deadline;

import java.util.UUID;

/**
 * Tells other features, within the transaction, that something became of an agreement: when it is
 * due, what of it is open, or that it ended.
 *
 * @param voided whether it ended without evidence
 */
public record DeadlineChange(UUID agreementId, boolean voided) {}
