package dev.followthrough.system.bench.streams;

import dev.followthrough.system.bench.delivery.WebhookSeries;
import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.Arrivals;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Bodies;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many open event streams, one owner each, straight at notifications-service: its memory without
 * and with them, how long an event is on its way from its commit to its stream, beside bare POSTs,
 * and what a request to the same service takes meanwhile, beside the same without any stream.
 */
public final class StreamsBench {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BenchStack stack;
  private final Report report;
  private final int streams;
  private final int seconds;
  private final Arrivals arrivals = new Arrivals();

  public StreamsBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.report = report;
    this.streams = scale.isQuick() ? 100 : 1_000;
    this.seconds = scale.isQuick() ? 10 : 40;
  }

  public void run() throws Exception {
    var clients =
        IntStream.range(0, streams)
            .mapToObj(n -> new Client(stack.running().token("stream-" + n), null))
            .toList();
    StreamLoad.run(stack, "warmup", clients, seconds);
    var before = StreamLoad.run(stack, "before", clients, seconds);
    var withoutThem = megabytes();
    double opened;
    double idle;
    StreamLoad meanwhile;
    double afterwards;
    int ended;
    try (var crowd = new StreamCrowd(stack.port("notifications"), arrivals)) {
      opened = crowd.open(clients.stream().map(Client::authorization).toList());
      stack.quiet();
      idle = megabytes();
      meanwhile = StreamLoad.run(stack, "meanwhile", clients, seconds);
      awaitArrivals(meanwhile.scheduled().length);
      afterwards = megabytes();
      ended = crowd.ended();
    }
    var after = StreamLoad.run(stack, "after", clients, seconds);
    var listed = Latencies.together(List.of(before.read(), after.read()));
    show(meanwhile, listed, bare());
    memory(withoutThem, idle, afterwards, opened);
    var refused = before.refused() + meanwhile.refused() + after.refused();
    if (ended > 0 || refused > 0 || arrivals.repeats() > 0) {
      report.note(
          "streams: %d ENDED by themselves, %d requests FAILED, %d events came twice"
              .formatted(ended, refused, arrivals.repeats()));
    }
    stack.quiet();
  }

  private void awaitArrivals(int expected) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (arrivals.count() < expected && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(50)); // bounded by PATIENCE
    }
  }

  private Latencies bare() throws IOException, InterruptedException {
    try (var receiver = new ArrivalLog()) {
      stack.quiet();
      var series =
          new WebhookSeries(
              "bare",
              receiver.port(),
              StreamLoad.EVENTS_PER_SECOND,
              n -> Bodies.bareWebhook("bare" + n),
              receiver);
      series.run(StreamLoad.EVENTS_PER_SECOND, StreamLoad.EVENTS_PER_SECOND * 5);
      return series.sinceSchedule();
    }
  }

  private double megabytes() throws IOException {
    return stack.pieces().stream()
        .filter(piece -> piece.name().equals("notifications"))
        .findFirst()
        .orElseThrow()
        .megabytes();
  }

  private void show(StreamLoad meanwhile, Latencies without, Latencies bare) {
    var sinceEvent = new ArrayList<Long>();
    for (var turn = 0; turn < meanwhile.scheduled().length; turn++) {
      arrivals
          .of(meanwhile.name() + turn)
          .map(it -> Duration.between(it.timestamp(), it.at()).toNanos())
          .ifPresent(sinceEvent::add);
    }
    var commit = Latencies.of(sinceEvent.stream().mapToLong(Long::longValue).toArray());
    report.heading(
        "%,d open event streams of as many owners (%d events, %d listings a second)"
            .formatted(streams, StreamLoad.EVENTS_PER_SECOND, StreamLoad.LISTINGS_PER_SECOND));
    for (var percentile : new int[] {50, 99}) {
      report.line(
          "from commit to its stream, p" + percentile,
          Report.number(commit.millis(percentile)) + " ms",
          Report.number(bare.millis(percentile)) + " ms bare POST",
          Report.ratio(commit, bare, percentile));
    }
    report.target(
        "arrived, of %,d".formatted(meanwhile.scheduled().length),
        "%,d".formatted(commit.count()),
        "",
        "",
        "all",
        commit.count() == meanwhile.scheduled().length);
    report.line(
        "listing events meanwhile, p50, p99",
        Report.millis(meanwhile.read()),
        Report.millis(without) + " without",
        Report.ratio(meanwhile.read(), without, 50));
    report.cpu(meanwhile.used());
  }

  private void memory(double without, double idle, double afterwards, double opened) {
    report.line(
        "memory with them, idle",
        Report.number(idle) + " MB",
        Report.number(without) + " MB without",
        Report.number(idle / without));
    report.line(
        "  after the events; of each stream",
        "%s MB; %s kB"
            .formatted(
                Report.number(afterwards), Report.number(1024 * (afterwards - without) / streams)),
        "",
        "");
    report.line("opening them", Report.number(streams / opened) + "/s", "", "");
  }
}
