package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.load.ClosedLoad.Outcome;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.util.List;

/**
 * The highest steady rate of commits to webhooks, by an open model that goes up in steps until the
 * 99th percentile from the request's own moment passes a bound, or not all arrives, twice in a row;
 * with one process of each service and with two. Beside it, what the machine does at most: bare
 * POSTs to the same receiver, and the database's durable commits.
 */
public final class RatesBench {

  private static final int OWNERS = 50;
  private static final double BOUND_MILLIS = 250;
  private static final int WARM_RATE = 30;
  private static final int MOST_WARM_UPS = 8;
  private static final int FEWEST = 300;
  private static final int[] QUICK = {20, 40, 60, 80, 100, 130, 160, 200, 250, 300, 400};
  private static final int[] FULL = {
    10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 225, 250, 275, 300, 350, 400
  };

  /** One step, or the better one of two tries. */
  private record Step(int rate, int count, Latencies latencies, int refused, CpuUse.Used used) {

    boolean isKept() {
      return latencies.count() == count && refused == 0 && latencies.millis(99) <= BOUND_MILLIS;
    }

    String words() {
      return "%s; %,d of %,d".formatted(Report.millis(latencies), latencies.count(), count);
    }
  }

  /** The last step that was kept, null for none, and the first that was not. */
  private record Climb(Step kept, Step tooMuch) {

    int rate() {
      return kept == null ? 0 : kept.rate();
    }
  }

  private final BenchStack stack;
  private final Report report;
  private final int[] rates;
  private final int seconds;
  private final Scale scale;
  private int tries;

  public RatesBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.report = report;
    this.scale = scale;
    this.rates = scale.isQuick() ? QUICK : FULL;
    this.seconds = scale.isQuick() ? 5 : 15;
  }

  public void run() throws Exception {
    try (var arrivals = new ArrivalLog()) {
      stack.quiet();
      var bare =
          ClosedLoad.run(Scale.CONNECTIONS, scale.round(), _ -> new BarePost(arrivals.port()));
      var commits = CommitSql.workers(stack);
      var alone = ClosedLoad.run(1, scale.round(), commits);
      var together = ClosedLoad.run(Scale.CONNECTIONS, scale.round(), commits);
      CommitSql.drop(stack);
      Report.progress(
          "  bare POST %s/s; commits %s/s on one connection, %s/s on %d"
              .formatted(rate(bare), rate(alone), rate(together), Scale.CONNECTIONS));

      var clients = Clients.withEndpoints(stack, "rates", OWNERS, arrivals.port());
      var one = climb(clients, arrivals);
      stack.restart(2);
      var two = climb(clients, arrivals);
      stack.restart(1);
      show(one, two, bare, alone, together);
    }
  }

  private Climb climb(List<Client> clients, ArrivalLog arrivals) throws Exception {
    // new processes have most of their code still to compile
    var warm = false;
    for (var i = 0; i < MOST_WARM_UPS && !warm; i++) {
      warm = step(WARM_RATE, 2 * seconds, clients, arrivals).isKept();
    }
    Step kept = null;
    for (var rate : rates) {
      // of fewer the 99th percentile would be the worst one
      var lasts = Math.max(seconds, FEWEST / rate);
      var step = step(rate, lasts, clients, arrivals);
      if (!step.isKept()) {
        // a machine has a bad moment; a rate that cannot be kept has two
        step = step(rate, lasts, clients, arrivals);
      }
      if (!step.isKept()) {
        return new Climb(kept, step);
      }
      kept = step;
    }
    return new Climb(kept, null);
  }

  private Step step(int rate, int lasts, List<Client> clients, ArrivalLog arrivals)
      throws Exception {
    stack.quiet();
    var name = "step" + ++tries + "x";
    var series =
        new WebhookSeries(
            name,
            stack.port("gateway"),
            rate,
            n -> clients.get(n % clients.size()).addContact(name + n),
            arrivals);
    var cpu = CpuUse.start(stack.pieces());
    series.run(0, rate * lasts);
    var step = new Step(rate, rate * lasts, series.sinceSchedule(), series.refused(), cpu.stop());
    Report.progress("    %d/s: p50, p99 %s".formatted(rate, step.words()));
    return step;
  }

  private void show(Climb one, Climb two, Outcome bare, Outcome alone, Outcome together) {
    report.heading(
        "Highest steady rate of commit to webhook (steps of %d s; p99 from the request's moment up to %.0f ms)"
            .formatted(seconds, BOUND_MILLIS));
    show("one process of each service", one, bare);
    show("two processes of each service", two, bare);
    report.line(
        "two against one",
        two.rate() + "/s",
        one.rate() + "/s",
        Report.number((double) two.rate() / one.rate()));
    report.line(
        "durable commits: 1, %d connections".formatted(Scale.CONNECTIONS),
        "",
        "%s, %s/s".formatted(rate(alone), rate(together)),
        "");
    report.line(
        "  one process's rate in commits of %d".formatted(Scale.CONNECTIONS),
        one.rate() + "/s",
        rate(together) + "/s",
        Report.number(one.rate() / together.perSecond()));
  }

  private void show(String name, Climb climb, Outcome bare) {
    report.line(
        name,
        climb.rate() + "/s",
        rate(bare) + "/s bare POST",
        Report.number(climb.rate() / bare.perSecond()));
    if (climb.kept() != null) {
      report.line("  p50, p99 there", Report.millis(climb.kept().latencies()), "", "");
      report.cpu(climb.kept().used());
    }
    report.line(
        "  not kept",
        climb.tooMuch() == null ? "none tried" : climb.tooMuch().rate() + "/s",
        climb.tooMuch() == null ? "" : climb.tooMuch().words(),
        "");
  }

  private static String rate(Outcome outcome) {
    return Report.number(outcome.perSecond());
  }
}
