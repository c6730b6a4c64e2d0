package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Bodies;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.util.List;

/**
 * From a contact's commit to its webhook, at a steady 200 a second for 50 owners with an endpoint
 * each, beside bare POSTs to the same receiver on the same schedule. The event's own instant is
 * taken inside the transaction, so what is counted from it holds the commit too.
 */
public final class WebhookBench {

  private static final int OWNERS = 50;
  private static final double TARGET_MILLIS = 100;

  private final BenchStack stack;
  private final Scale scale;
  private final Report report;

  public WebhookBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.scale = scale;
    this.report = report;
  }

  public void run() throws Exception {
    try (var arrivals = new ArrivalLog()) {
      stack.quiet();
      var bare =
          new WebhookSeries(
              "bare",
              arrivals.port(),
              Scale.EVENTS_PER_SECOND,
              n -> Bodies.bareWebhook("bare" + n),
              arrivals);
      bare.run(scale.webhookWarmUp(), scale.webhookCount());

      var clients = Clients.withEndpoints(stack, "webhook", OWNERS, arrivals.port());
      measure(
          "calm", Scale.CALM_EVENTS_PER_SECOND, scale.webhookCount() / 6, clients, bare, arrivals);
      measure("event", Scale.EVENTS_PER_SECOND, scale.webhookCount(), clients, bare, arrivals);
    }
  }

  private void measure(
      String name,
      int rate,
      int count,
      List<Client> clients,
      WebhookSeries bare,
      ArrivalLog arrivals)
      throws Exception {
    stack.quiet();
    var ours =
        new WebhookSeries(
            name,
            stack.port("gateway"),
            rate,
            n -> clients.get(n % clients.size()).addContact(name + n),
            arrivals);
    var cpu = CpuUse.start(stack.pieces());
    ours.run(count * scale.webhookWarmUp() / scale.webhookCount(), count);
    show(rate, count, ours, bare, arrivals, cpu.stop());
    stack.quiet();
  }

  private void show(
      int rate,
      int count,
      WebhookSeries ours,
      WebhookSeries bare,
      ArrivalLog arrivals,
      CpuUse.Used used) {
    var commit = ours.sinceEvent();
    var schedule = ours.sinceSchedule();
    var limit = bare.sinceSchedule();
    report.heading(
        "Commit to webhook received (%d events a second for %d s, open model)"
            .formatted(rate, count / rate));
    report.line(
        "from commit, p50", ms(commit, 50), bareMs(limit, 50), Report.ratio(commit, limit, 50));
    report.target(
        "from commit, p99",
        ms(commit, 99),
        bareMs(limit, 99),
        Report.ratio(commit, limit, 99),
        "< 100 ms",
        commit.millis(99) < TARGET_MILLIS && commit.count() == count);
    report.line("from the request's moment, p50", ms(schedule, 50), "", "");
    report.line("from the request's moment, p99", ms(schedule, 99), "", "");
    report.line(
        "received, of %,d".formatted(count),
        "%,d".formatted(commit.count()),
        "%,d".formatted(limit.count()),
        "");
    report.cpu(used);
    used.seconds()
        .forEach(
            (piece, seconds) ->
                report.line(
                    "  CPU an event: " + piece,
                    Report.number(seconds * 1000 / ours.sent()) + " ms",
                    "",
                    ""));
    if (ours.refused() > 0 || arrivals.repeats() > 0) {
      report.note(
          "webhooks: %d requests FAILED, %d events were received more than once"
              .formatted(ours.refused(), arrivals.repeats()));
    }
  }

  private static String ms(Latencies latencies, double percentile) {
    return Report.number(latencies.millis(percentile)) + " ms";
  }

  private static String bareMs(Latencies latencies, double percentile) {
    return ms(latencies, percentile) + " bare POST";
  }
}
