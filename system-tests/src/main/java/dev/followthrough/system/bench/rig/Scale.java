package dev.followthrough.system.bench.rig;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often each rate is measured, in turns; the median counts
 * @param webhookCount events at the steady rate, the warm-up not counted
 * @param people contacts in the large table
 * @param peopleRound how long each question is asked at a time
 * @param leadTime how far ahead the deadlines lie while the due rows are prepared
 */
public record Scale(
    Duration warmUp,
    int rounds,
    Duration round,
    int webhookWarmUp,
    int webhookCount,
    int dueRows,
    Duration leadTime,
    int people,
    Duration peopleRound) {

  public static final int CONNECTIONS = 16;
  public static final int OWNERS = 200;
  public static final int EVENTS_PER_SECOND = 200;

  /** A rate that leaves a small machine room, so that the way itself is seen and not the queue. */
  public static final int CALM_EVENTS_PER_SECOND = 20;

  public static final Scale FULL =
      new Scale(
          Duration.ofSeconds(30),
          3,
          Duration.ofSeconds(8),
          2_000,
          6_000,
          10_000,
          Duration.ofMinutes(15),
          1_000_000,
          Duration.ofMillis(1_500));
  public static final Scale QUICK =
      new Scale(
          Duration.ofSeconds(4),
          1,
          Duration.ofSeconds(4),
          600,
          2_000,
          1_000,
          Duration.ofMinutes(5),
          100_000,
          Duration.ofMillis(1_500));

  /** Whether the run is to be short, and its figures coarse. */
  public boolean isQuick() {
    return this == QUICK;
  }
}
