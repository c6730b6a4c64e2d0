package dev.followthrough.commitments.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A feature that knows what contacts asked the owner for; each is a bean. */
public interface InboundAsks {

  /** Something a contact asked for. */
  record InboundAsk(UUID id, Instant askedAt) {}

  /** What a contact asked for up to that instant, for the current owner and in its transaction. */
  List<InboundAsk> of(UUID contactId, Instant asOf);
}
