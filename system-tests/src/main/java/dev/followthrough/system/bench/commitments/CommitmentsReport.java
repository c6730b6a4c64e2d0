package dev.followthrough.system.bench.commitments;

import dev.followthrough.system.bench.commitments.CommitmentCalls.Call;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.Report;
import java.util.Map;

/** How the figures about commitments are shown. */
final class CommitmentsReport {

  private static final double A_FIFTH_MORE = 1.2;
  private static final double A_GIGABYTE = 1024.0 * 1024 * 1024;

  private final Report report;
  private final int alone;
  private long rows;

  /**
   * @param alone rows in the small table
   */
  CommitmentsReport(Report report, int alone) {
    this.report = report;
    this.alone = alone;
  }

  void size(long rows, long bytes, double seconds) {
    this.rows = rows;
    report.note(
        "The large table held %,d commitments, %s GB with its indexes, filled in %.0f s; each owner's rows lie among the others' in the order of their meetings."
            .formatted(rows, Report.number(bytes / A_GIGABYTE), seconds));
  }

  void told(double seconds) {
    report.note(
        "After the last deadline the stack was busy for %.0f s more telling of them."
            .formatted(seconds));
  }

  void calls(Map<Call, Latencies> among, Map<Call, Latencies> smaller, CpuUse.Used used) {
    report.heading(
        "A call of one connection among %,d commitments: p50, p99, beside %,d"
            .formatted(rows, alone));
    for (var call : Call.values()) {
      var here = among.get(call);
      var there = smaller.get(call);
      var ratio = here.millis(50) / there.millis(50);
      report.target(
          call.words,
          Report.millis(here),
          Report.millis(there),
          Report.number(ratio),
          "p50 ≤ 1.2",
          ratio <= A_FIFTH_MORE);
    }
    report.cpu(used);
  }

  void drain(
      int due,
      double seconds,
      double beside,
      Map<Call, Latencies> meanwhile,
      Map<Call, Latencies> idle) {
    report.heading(
        "%,d agreements among %,d commitments that are due at one instant".formatted(due, rows));
    report.line(
        "settled by commitments-service",
        Report.number(due / seconds) + " rows/s",
        Report.number(beside) + " rows/s plain loop",
        Report.number(due / seconds / beside));
    for (var call : Call.values()) {
      if (meanwhile.containsKey(call)) {
        report.line(
            "meanwhile, " + call.words,
            Report.millis(meanwhile.get(call)),
            Report.millis(idle.get(call)) + " idle",
            Report.ratio(meanwhile.get(call), idle.get(call), 50));
      }
    }
  }
}
