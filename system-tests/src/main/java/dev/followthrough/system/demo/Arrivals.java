package dev.followthrough.system.demo;

import dev.followthrough.system.client.Receiver.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what arrived against what was to arrive: each event once, and every signature valid. */
final class Arrivals {

  /** After the last expected event, how long to listen for one too many. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private final Map<String, Integer> expected;
  private final List<Received> received = new ArrayList<>();

  Arrivals(Map<String, Integer> expected) {
    this.expected = expected;
  }

  synchronized void add(Received one) {
    received.add(one);
    notifyAll();
  }

  /** Waits until all has come, listens a little longer, and tells whether it is right. */
  synchronized boolean await(Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    while (!hasAll() && System.nanoTime() < end) {
      waitUntil(end);
    }
    var quiet = System.nanoTime() + AFTERWARDS.toNanos();
    while (System.nanoTime() < quiet) {
      waitUntil(quiet);
    }
    return faults().isEmpty();
  }

  /** What is missing, too much, doubled or unsigned, in words. */
  synchronized List<String> faults() {
    var faults = new ArrayList<String>();
    var counts = counts();
    expected.forEach(
        (type, count) -> {
          var came = counts.getOrDefault(type, 0);
          if (!count.equals(came)) {
            faults.add("%s: expected %d, came %d".formatted(type, count, came));
          }
        });
    counts.keySet().stream()
        .filter(type -> !expected.containsKey(type))
        .forEach(type -> faults.add(type + ": not expected"));
    var ids = new HashSet<String>();
    for (var one : received) {
      if (!ids.add(one.id())) {
        faults.add("%s %s: came twice".formatted(one.type(), one.id()));
      }
      if (!one.verified()) {
        faults.add("%s %s: its signature is not valid".formatted(one.type(), one.id()));
      }
    }
    return faults;
  }

  synchronized Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    received.forEach(one -> counts.merge(one.type(), 1, Integer::sum));
    return counts;
  }

  private boolean hasAll() {
    var counts = counts();
    return expected.entrySet().stream()
        .allMatch(entry -> counts.getOrDefault(entry.getKey(), 0) >= entry.getValue());
  }

  private void waitUntil(long nanoTime) throws InterruptedException {
    var left = Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
    if (left > 0) {
      wait(left);
    }
  }
}
