package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.people.Plans;
import dev.followthrough.system.bench.rig.Report;
import java.util.List;
import java.util.Map;

/** How the figures and plans about people are shown. */
final class PeopleReport {

  private PeopleReport() {}

  static String millis(Latencies latencies) {
    return "%s, %s ms"
        .formatted(Report.number(latencies.millis(50)), Report.number(latencies.millis(99)));
  }

  /**
   * @param counted scans of whole tables while it was measured, as the server counts them
   * @param scans of one request of each question
   */
  static void plans(Report report, long counted, Map<String, List<String>> scans) {
    var whole =
        scans.values().stream().flatMap(List::stream).filter(Plans::isWhole).distinct().toList();
    var seen = scans.values().stream().allMatch(plan -> !plan.isEmpty());
    report.target(
        "scans of a whole table",
        "%,d counted, %d in plans".formatted(counted, whole.size()),
        seen ? "" : "a plan is MISSING",
        "",
        "0",
        counted == 0 && whole.isEmpty() && seen);
    scans.forEach(
        (question, plan) ->
            report.note("Plan of %s:%n    %s".formatted(question, String.join("\n    ", plan))));
    if (!whole.isEmpty()) {
      report.note("WHOLE TABLES ARE READ: " + String.join("; ", whole));
    }
  }
}
