package dev.followthrough.commitments.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A feature that knows of asks, both ways; each is a bean, used in its caller's transaction. */
public interface AskSource {

  /** Something a contact asked for. */
  record InboundAsk(UUID id, Instant askedAt) {}

  /** What a contact asked for up to that instant. */
  List<InboundAsk> inbound(UUID contactId, Instant asOf);

  /** How often the owner asked somebody for something, after the first and up to the second. */
  int outbound(Instant after, Instant until);
}
