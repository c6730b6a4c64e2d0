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
    return AskedRows.inbound(contactId, asOf).stream()
        .map(asked -> new InboundAsk(asked.askId, asked.askedAt))
        .toList();
  }

  @Override
  public int outbound(Instant after, Instant until) {
    return (int) AskedRows.outbound(after, until);
  }
}
