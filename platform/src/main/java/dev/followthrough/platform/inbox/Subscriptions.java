package dev.followthrough.platform.inbox;

import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.outbox.EventLanguage;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which of the service's listeners wants which event. */
@ApplicationScoped
public class Subscriptions {

  private final EventLanguage language;
  private final Map<Class<?>, List<BiConsumer<Object, EventRecord>>> byRecord = new HashMap<>();
  private final Set<Class<?>> erasures = new HashSet<>();
  private final Set<Class<?>> alone = new HashSet<>();
  private final List<Consumer<EventRecord>> forAll = new ArrayList<>();
  private final Set<String> sources = new HashSet<>();

  Subscriptions(EventLanguage language, @All List<EventListener> listeners) {
    this.language = language;
    for (var listener : listeners) {
      sources.addAll(listener.sources());
      listener.register(this);
    }
  }

  /** Calls back for each event of that record, in the transaction that moves the position. */
  public <E> void on(Class<E> record, BiConsumer<E, EventRecord> then) {
    byRecord
        .computeIfAbsent(record, key -> new ArrayList<>())
        .add((event, envelope) -> then.accept(record.cast(event), envelope));
  }

  public <E> void on(Class<E> record, Consumer<E> then) {
    on(record, (event, envelope) -> then.accept(event));
  }

  /**
   * The same for an event of the erasure protocol: it is heard also when a tombstone covers it, as
   * of a service whose clock is behind, and while nobody else works for the owner.
   */
  public <E> void onErasure(Class<E> record, BiConsumer<E, EventRecord> then) {
    erasures.add(record);
    on(record, then);
  }

  /** Calls back for each event of that record while nobody else works for the owner. */
  public <E> void onAlone(Class<E> record, BiConsumer<E, EventRecord> then) {
    alone.add(record);
    on(record, then);
  }

  /** Calls back for every event of the sources, also of a type this version does not know. */
  public void onAny(Consumer<EventRecord> then) {
    forAll.add(then);
  }

  Set<String> sources() {
    return sources;
  }

  boolean isOfErasure(EventRecord envelope) {
    return language.recordOf().apply(envelope.type()).filter(erasures::contains).isPresent();
  }

  /** Whether nobody else may work for the owner while it is applied. */
  boolean isForOneAlone(EventRecord envelope) {
    return isOfErasure(envelope)
        || language.recordOf().apply(envelope.type()).filter(alone::contains).isPresent();
  }

  /**
   * @return whether the type is known here
   */
  boolean dispatch(EventRecord envelope) {
    forAll.forEach(listener -> listener.accept(envelope));
    var record = language.recordOf().apply(envelope.type());
    if (record.isEmpty()) {
      return false;
    }
    var listeners = byRecord.get(record.get());
    if (listeners != null) {
      var event = EventJson.read(envelope.body(), record.get());
      listeners.forEach(listener -> listener.accept(event, envelope));
    }
    return true;
  }
}
