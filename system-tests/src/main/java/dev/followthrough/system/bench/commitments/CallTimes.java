package dev.followthrough.system.bench.commitments;

import dev.followthrough.system.bench.commitments.CommitmentCalls.Call;
import dev.followthrough.system.bench.load.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/** What calls took. Some of each are made at a time, so that a bad moment meets all of them. */
final class CallTimes {

  private static final int AT_A_TIME = 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Map<Call, LongStream.Builder> nanos = new EnumMap<>(Call.class);

  /** Makes each call so many times. */
  void measure(CommitmentCalls calls, int times) throws IOException {
    for (var done = 0; done < times; done += AT_A_TIME) {
      turn(calls);
    }
  }

  /** Makes each call some times. */
  private void turn(CommitmentCalls calls) throws IOException {
    for (var call : Call.values()) {
      for (var i = 0; i < AT_A_TIME; i++) {
        make(calls, call);
      }
    }
  }

  /** Makes each call once, with a pause before it: what is at work beside it is left room. */
  void stroll(CommitmentCalls calls) throws IOException, InterruptedException {
    for (var call : Call.values()) {
      Thread.sleep(PAUSE);
      make(calls, call);
    }
  }

  private void make(CommitmentCalls calls, Call call) throws IOException {
    var took = calls.make(call);
    if (took >= 0) {
      nanos.computeIfAbsent(call, _ -> LongStream.builder()).add(took);
    }
  }

  /** To be asked once, at the end. */
  Map<Call, Latencies> latencies() {
    var all = new EnumMap<Call, Latencies>(Call.class);
    nanos.forEach((call, one) -> all.put(call, Latencies.of(one.build().toArray())));
    return all;
  }
}
