package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.openloop.OpenLoops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Touches for the feature in which they are answered otherwise than by a touch. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TouchAnswers {

  /** A touch that can be answered. */
  public record Answerable(UUID id, UUID contactId, Instant happenedAt) {}

  private final Exchanges exchanges;
  private final OpenLoops loops;

  TouchAnswers(Exchanges exchanges, OpenLoops loops) {
    this.exchanges = exchanges;
    this.loops = loops;
  }

  /** Those that there are, by id; not those of somebody removed. */
  public Map<UUID, Answerable> find(Collection<UUID> touchIds) {
    return Touch.present(touchIds).stream()
        .map(touch -> new Answerable(touch.id, touch.contactId, touch.happenedAt))
        .collect(Collectors.toMap(Answerable::id, Function.identity()));
  }

  /** What answers these has changed. Their contacts are held on to. */
  public void settle(Collection<UUID> touchIds) {
    if (touchIds.isEmpty()) {
      return;
    }
    List<Touch> touches = Touch.list("id in ?1 order by id", touchIds);
    touches.stream().map(touch -> touch.contactId).distinct().forEach(loops::catchUp);
    exchanges.settle(touches);
    Touch.flush();
  }
}
