package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import dev.followthrough.system.client.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What endpoints that are out of order cost the others: owners with ten endpoints each, and each
 * event goes to all ten. First all are well; then of each ten one hangs until the time limit and
 * one refuses the connection. The same eight are measured in both runs.
 */
public final class EndpointsBench {

  private static final int OF_AN_OWNER = 10;
  private static final int WELL = 8;
  private static final int EVENTS_PER_SECOND = 10;
  private static final List<String> PLACES =
      IntStream.range(0, WELL).mapToObj(place -> "e" + place).toList();

  /** An owner's two endpoints that are to be put out of order. */
  private record Pair(Api owner, String hanging, String refusing) {}

  /** One run: how long the eight waited, and what was used meanwhile. */
  private record Run(WebhookSeries series, CpuUse.Used used) {

    Latencies sinceEvent() {
      return series.sinceEvent();
    }
  }

  private final BenchStack stack;
  private final Report report;
  private final int owners;
  private final Duration warmUp;
  private final Duration lasts;

  public EndpointsBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.report = report;
    this.owners = scale.isQuick() ? 10 : 100;
    this.warmUp = scale.isQuick() ? Duration.ofSeconds(10) : Duration.ofSeconds(30);
    this.lasts = scale.isQuick() ? Duration.ofSeconds(25) : Duration.ofSeconds(90);
  }

  public void run() throws Exception {
    try (var arrivals = new ArrivalLog();
        var others = new ArrivalLog();
        var bad = new BadReceivers()) {
      var clients = Clients.create(stack, "endpoints", owners);
      var toBreak = new ArrayList<Pair>();
      for (var client : clients) {
        var api = client.api(stack);
        PLACES.forEach(place -> Clients.addEndpoint(api, url(arrivals.port(), place)));
        toBreak.add(
            new Pair(
                api,
                Clients.addEndpoint(api, url(others.port(), "hangs")),
                Clients.addEndpoint(api, url(others.port(), "refuses"))));
      }
      var well = measure("allwell", clients, arrivals);
      for (var pair : toBreak) {
        move(pair.owner(), pair.hanging(), bad.hangingPort());
        move(pair.owner(), pair.refusing(), bad.refusingPort());
      }
      var ill = measure("somebad", clients, arrivals);
      show(well, ill, bad.mostHeld());
      if (arrivals.repeats() > 0) {
        report.note("endpoints: %d events came more than once".formatted(arrivals.repeats()));
      }
      for (var pair : toBreak) {
        // what waits for them would go on to be tried beside what is measured next
        pair.owner().delete("/v1/webhook-endpoints/" + pair.hanging());
        pair.owner().delete("/v1/webhook-endpoints/" + pair.refusing());
      }
    }
    stack.quiet();
  }

  private static String url(int port, String place) {
    return "http://127.0.0.1:%d/hooks?%s".formatted(port, place);
  }

  private static void move(Api api, String endpoint, int port) {
    api.patch("/v1/webhook-endpoints/" + endpoint, "{\"url\": \"%s\"}".formatted(url(port, "bad")))
        .orThrow();
  }

  private Run measure(String name, List<Client> clients, ArrivalLog arrivals) throws Exception {
    stack.quiet();
    var series =
        new WebhookSeries(
            name,
            stack.port("gateway"),
            EVENTS_PER_SECOND,
            n -> clients.get(n % clients.size()).addContact(name + n),
            arrivals,
            PLACES);
    var cpu = CpuUse.start(stack.pieces());
    series.run(events(warmUp), events(lasts));
    return new Run(series, cpu.stop());
  }

  private static int events(Duration duration) {
    return EVENTS_PER_SECOND * (int) duration.toSeconds();
  }

  private void show(Run well, Run ill, int held) {
    var expected = events(lasts) * WELL;
    report.heading(
        "%,d endpoints, of which %d hang and %d refuse: commit to webhook of the other %d (%d events a second, to ten endpoints each)"
            .formatted(owners * OF_AN_OWNER, owners, owners, owners * WELL, EVENTS_PER_SECOND));
    for (var percentile : new int[] {50, 99}) {
      report.line(
          "from commit, p" + percentile,
          Report.number(ill.sinceEvent().millis(percentile)) + " ms",
          Report.number(well.sinceEvent().millis(percentile)) + " ms all well",
          Report.ratio(ill.sinceEvent(), well.sinceEvent(), percentile));
    }
    report.target(
        "received, of %,d".formatted(expected),
        "%,d".formatted(ill.sinceEvent().count()),
        "%,d".formatted(well.sinceEvent().count()),
        "",
        "all",
        ill.sinceEvent().count() == expected && well.sinceEvent().count() == expected);
    report.line("requests that hung at once, at most", Integer.toString(held), "", "");
    report.cpu(ill.used());
    if (well.series().refused() + ill.series().refused() > 0) {
      report.note(
          "endpoints: %d contacts were NOT ADDED"
              .formatted(well.series().refused() + ill.series().refused()));
    }
  }
}
