package dev.followthrough.commitments.evidence;

import java.util.UUID;

/**
 * Fired in the transaction in which something becomes known, or stops to count, that a contact's
 * figures are reckoned from: a promise that ended, was corrected, disputed or apologised for, an
 * assessment, a favour.
 */
public record NewEvidence(UUID contactId) {}
