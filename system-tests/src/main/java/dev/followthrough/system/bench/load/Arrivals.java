package dev.followthrough.system.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When each event arrived first, and how many came again. Events are told apart by {@code
 * data.name} and by the place where they arrive. Safe for several threads.
 */
public class Arrivals {

  /**
   * One arrival.
   *
   * @param nanos on the clock of {@link System#nanoTime()}
   * @param at on the wall clock
   * @param timestamp the event's own instant
   */
  public record Arrival(long nanos, Instant at, Instant timestamp) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConcurrentHashMap<String, Arrival> first = new ConcurrentHashMap<>();
  private final AtomicInteger repeats = new AtomicInteger();

  /**
   * Notes that an event has just arrived.
   *
   * @param place which of several places it was; empty where there is one
   */
  public final void note(byte[] event, String place) throws IOException {
    var nanos = System.nanoTime();
    var at = Instant.now();
    JsonNode json = MAPPER.readTree(event);
    var arrival = new Arrival(nanos, at, Instant.parse(json.path("timestamp").asText()));
    if (first.putIfAbsent(json.path("data").path("name").asText() + place, arrival) != null) {
      repeats.incrementAndGet();
    }
  }

  /** The first arrival of that name, with the place behind it. */
  public final Optional<Arrival> of(String name) {
    return Optional.ofNullable(first.get(name));
  }

  /** How many have arrived. */
  public final int count() {
    return first.size();
  }

  /** How many arrived that had arrived before. */
  public final int repeats() {
    return repeats.get();
  }
}
