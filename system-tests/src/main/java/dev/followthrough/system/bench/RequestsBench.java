package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.load.ClosedLoad.Outcome;
import dev.followthrough.system.bench.load.ClosedLoad.Workers;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.machine.CpuUse.Used;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.PlainNetwork;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recording a meeting and reading a contact, at 16 connections for 200 owners: straight at
 * contacts-service, through the gateway, and beside them the same SQL by plain JDBC. They take
 * turns, so that a change of the machine's mood meets all of them; the median of the turns counts.
 */
final class RequestsBench {

  private static final double HALF = 0.5;

  private record Run(Outcome outcome, Used cpu) {}

  private final BenchStack stack;
  private final Scale scale;
  private final Report report;
  private final int contacts;
  private final int gateway;

  RequestsBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.scale = scale;
    this.report = report;
    this.contacts = stack.port("contacts");
    this.gateway = stack.port("gateway");
  }

  void run() throws Exception {
    var clients = Clients.create(stack, "bench", Scale.OWNERS);
    List<PlainNetwork.Row> rows;
    try (var connection = stack.asService("contacts")) {
      rows = PlainNetwork.write(connection, Scale.OWNERS);
    }
    var record = new LinkedHashMap<String, Workers>();
    record.put("plain JDBC", _ -> new MeetingSql(stack.asService("contacts"), rows));
    record.put("contacts", Clients.workers(contacts, clients, Clients.Client::recordMeeting));
    record.put("gateway", Clients.workers(gateway, clients, Clients.Client::recordMeeting));
    record.put("keyed", Clients.workers(contacts, clients, Clients.Client::recordMeetingOnce));
    var read = new LinkedHashMap<String, Workers>();
    read.put("plain JDBC", _ -> new ContactSql(stack.asService("contacts"), rows));
    read.put("contacts", Clients.workers(contacts, clients, Clients.Client::readContact));
    read.put("gateway", Clients.workers(gateway, clients, Clients.Client::readContact));

    show("Recording a meeting (16 connections, 200 owners)", turns("record", record), HALF);
    show("Reading a contact (16 connections, 200 owners)", turns("read", read), Double.NaN);
  }

  private Map<String, List<Run>> turns(String what, Map<String, Workers> contenders)
      throws Exception {
    for (var contender : contenders.values()) {
      ClosedLoad.run(Scale.CONNECTIONS, scale.warmUp(), contender);
    }
    var runs = new LinkedHashMap<String, List<Run>>();
    for (var round = 0; round < scale.rounds(); round++) {
      for (var contender : contenders.entrySet()) {
        var rest = stack.quiet();
        var run = once(contender.getValue(), scale.round());
        runs.computeIfAbsent(contender.getKey(), _ -> new ArrayList<>()).add(run);
        Report.progress(
            "  %s, %s: %s/s (before it the stack was busy for %.0f s)"
                .formatted(
                    what, contender.getKey(), Report.number(run.outcome().perSecond()), rest));
      }
    }
    stack.quiet();
    return runs;
  }

  private Run once(Workers workers, Duration duration) throws Exception {
    var cpu = CpuUse.start(stack.pieces());
    var outcome = ClosedLoad.run(Scale.CONNECTIONS, duration, workers);
    return new Run(outcome, cpu.stop());
  }

  private void show(String heading, Map<String, List<Run>> runs, double target) {
    var limit = median(runs.get("plain JDBC"));
    report.heading(heading);
    for (var contender : runs.entrySet()) {
      if (contender.getKey().equals("plain JDBC")) {
        continue;
      }
      var run = median(contender.getValue());
      var ratio = run.outcome().perSecond() / limit.outcome().perSecond();
      var ours = Report.number(run.outcome().perSecond()) + "/s";
      var beside = Report.number(limit.outcome().perSecond()) + "/s plain JDBC";
      if (contender.getKey().equals("contacts") && !Double.isNaN(target)) {
        report.target(
            name("contacts"), ours, beside, Report.number(ratio), "≥ 0.5", ratio >= target);
      } else {
        report.line(name(contender.getKey()), ours, beside, Report.number(ratio));
      }
      latencies(contender.getValue(), runs.get("plain JDBC"));
      cpu(run, limit);
    }
  }

  private static String name(String contender) {
    return switch (contender) {
      case "contacts" -> "straight at contacts-service";
      case "gateway" -> "through the gateway";
      case "keyed" -> "straight, with an Idempotency-Key";
      default -> contender;
    };
  }

  private void latencies(List<Run> runs, List<Run> limits) {
    var all = together(runs);
    var limit = together(limits);
    report.line(
        "  p50, p99",
        "%s, %s ms".formatted(Report.number(all.millis(50)), Report.number(all.millis(99))),
        "%s, %s ms".formatted(Report.number(limit.millis(50)), Report.number(limit.millis(99))),
        "");
  }

  private void cpu(Run run, Run limit) {
    var count = run.outcome().latencies().count();
    var used = run.cpu();
    report.line(
        "  CPU a request: contacts, Postgres",
        "%s, %s ms"
            .formatted(
                Report.number(used.of("contacts") * 1000 / count),
                Report.number(used.of("Postgres") * 1000 / count)),
        "Postgres %s ms"
            .formatted(
                Report.number(
                    limit.cpu().of("Postgres") * 1000 / limit.outcome().latencies().count())),
        "");
    report.line(
        "  CPU of rest of stack, bench, others",
        "%.0f, %.0f, %.0f%%"
            .formatted(
                share(used.stack() - used.of("contacts") - used.of("Postgres"), used),
                share(used.bench(), used),
                100 * used.othersShare()),
        "bench %.0f%%, others %.0f%%"
            .formatted(share(limit.cpu().bench(), limit.cpu()), 100 * limit.cpu().othersShare()),
        "");
    if (run.outcome().failures() > 0) {
      report.note(
          "%d requests FAILED, the first: %s"
              .formatted(run.outcome().failures(), run.outcome().firstFailure()));
    }
  }

  /** Percent of all processors. */
  private static double share(double seconds, Used used) {
    return 100 * seconds / used.elapsed() / Runtime.getRuntime().availableProcessors();
  }

  private static Latencies together(List<Run> runs) {
    return Latencies.together(runs.stream().map(run -> run.outcome().latencies()).toList());
  }

  private static Run median(List<Run> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(run -> run.outcome().perSecond()))
        .toList()
        .get(runs.size() / 2);
  }
}
