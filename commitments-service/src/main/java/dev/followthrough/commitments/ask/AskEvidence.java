package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.standing.AskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What asks say of a contact's standing, and of the owner's own. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AskEvidence implements AskSource {

  @Override
  public List<InboundAsk> inbound(UUID contactId, Instant asOf) {
    return AskedRows.inbound(contactId, Instant.EPOCH, asOf).stream()
        .map(ask -> new InboundAsk(ask.id(), ask.askedAt()))
        .toList();
  }

  @Override
  public int outbound(Instant after, Instant until) {
    return AskedRows.outbound(after, until);
  }
}
