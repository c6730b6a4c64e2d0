package dev.followthrough.commitments.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What contacts ask for in the tests. */
@ApplicationScoped
class PlayedAsks implements AskSource {

  private final Map<UUID, List<InboundAsk>> asks = new ConcurrentHashMap<>();

  void asked(UUID contactId, List<Instant> at) {
    asks.put(contactId, at.stream().map(when -> new InboundAsk(UUID.randomUUID(), when)).toList());
  }

  @Override
  public int outbound(Instant after, Instant until) {
    return 0;
  }

  @Override
  public List<InboundAsk> inbound(UUID contactId, Instant asOf) {
    return asks.getOrDefault(contactId, List.of()).stream()
        .filter(ask -> !ask.askedAt().isAfter(asOf))
        .toList();
  }
}
