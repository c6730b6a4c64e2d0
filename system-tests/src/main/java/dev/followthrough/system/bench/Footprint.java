package dev.followthrough.system.bench;

import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Report;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the stack takes to start, and what memory each of its processes holds. */
final class Footprint {

  private static final double TARGET_MEGABYTES = 250;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final List<String> SERVICES = List.of("contacts", "commitments", "notifications");

  private final BenchStack stack;
  private final Report report;
  private double first;
  private double again;
  private Map<String, Double> idle = Map.of();
  private CpuUse.Used idleCpu;

  Footprint(BenchStack stack, Report report) {
    this.stack = stack;
    this.report = report;
  }

  /** Starts the stack on an empty folder, stops it, and starts it again on its data. */
  void start() throws IOException, InterruptedException, SQLException {
    first = stack.start();
    Report.progress("  started on an empty folder in %s s".formatted(Report.number(first)));
    stack.quiet();
    stack.stop();
    again = stack.start();
    Report.progress("  started again in %s s".formatted(Report.number(again)));
    stack.quiet();
    idle = memory();
    var cpu = CpuUse.start(stack.pieces());
    Thread.sleep(IDLE); // what it costs to do nothing
    idleCpu = cpu.stop();
  }

  /** Adds the figures, with the memory as it is now, after the load. */
  void show() throws IOException {
    report.heading("Start and memory (resident; of Postgres the proportional share)");
    report.line("up, built, on an empty folder", Report.number(first) + " s", "", "");
    report.line("up, built, on its data", Report.number(again) + " s", "", "");
    for (var entry : memory().entrySet()) {
      var ours = Report.number(entry.getValue()) + " MB after load";
      var before =
          "%s MB idle, CPU %s%%"
              .formatted(
                  Report.number(idle.get(entry.getKey())),
                  Report.number(100 * idleCpu.of(entry.getKey()) / idleCpu.elapsed()));
      if (SERVICES.contains(entry.getKey())) {
        var met =
            entry.getValue() < TARGET_MEGABYTES && idle.get(entry.getKey()) < TARGET_MEGABYTES;
        report.target(entry.getKey(), ours, before, "", "< 250 MB", met);
      } else {
        report.line(entry.getKey(), ours, before, "");
      }
    }
  }

  private Map<String, Double> memory() throws IOException {
    var megabytes = new LinkedHashMap<String, Double>();
    stack.pieces().forEach(piece -> megabytes.put(piece.name(), piece.megabytes()));
    return megabytes;
  }
}
