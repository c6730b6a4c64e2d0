package dev.followthrough.system.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Who used the processors while something ran: each piece, the bench itself, and others. */
public final class CpuUse {

  private static final double TICKS_PER_SECOND = 100;
  private static final ProcessHandle SELF = ProcessHandle.current();

  private final List<Piece> pieces;
  private final Map<String, Duration> before = new LinkedHashMap<>();
  private final double busyBefore;
  private final Duration selfBefore;
  private final long start = System.nanoTime();

  private CpuUse(List<Piece> pieces) {
    this.pieces = pieces;
    pieces.forEach(piece -> before.put(piece.name(), piece.cpu()));
    selfBefore = self();
    busyBefore = busySeconds();
  }

  public static CpuUse start(List<Piece> pieces) {
    return new CpuUse(pieces);
  }

  /**
   * What was used since the start, in seconds of one processor.
   *
   * @param others by processes that belong neither to the stack nor to the bench, where known
   */
  public record Used(
      Map<String, Double> seconds, double bench, OptionalDouble others, double elapsed) {

    public double of(String name) {
      return seconds.getOrDefault(name, 0.0);
    }

    public double stack() {
      return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Others' share of all processors, from 0 to 1. */
    public double othersShare() {
      return others.orElse(0) / elapsed / Runtime.getRuntime().availableProcessors();
    }
  }

  public Used stop() {
    var seconds = new LinkedHashMap<String, Double>();
    pieces.forEach(
        piece -> seconds.put(piece.name(), toSeconds(piece.cpu().minus(before.get(piece.name())))));
    var bench = toSeconds(self().minus(selfBefore));
    var busy = busySeconds() - busyBefore;
    var stack = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    var others =
        Double.isNaN(busy)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.max(0, busy - stack - bench));
    return new Used(seconds, bench, others, (System.nanoTime() - start) / 1e9);
  }

  private static Duration self() {
    return SELF.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double toSeconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** All processors' busy time: all but idle and waiting for a disk. */
  private static double busySeconds() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      var fields = lines.findFirst().orElseThrow().trim().split("\\s+");
      var ticks = Arrays.stream(fields).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
      return (Arrays.stream(ticks).sum() - ticks[3] - ticks[4]) / TICKS_PER_SECOND;
    } catch (IOException _) {
      return Double.NaN;
    }
  }
}
