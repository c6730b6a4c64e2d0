package dev.followthrough.system.bench;

import dev.followthrough.system.bench.commitments.CommitmentsBench;
import dev.followthrough.system.bench.delivery.EndpointsBench;
import dev.followthrough.system.bench.delivery.RatesBench;
import dev.followthrough.system.bench.delivery.WebhookBench;
import dev.followthrough.system.bench.due.DueBench;
import dev.followthrough.system.bench.due.RemindersBench;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import dev.followthrough.system.bench.streams.StreamsBench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the stack beside limits of the same machine in the same run. It starts a stack of its
 * own on free ports with its data in a new folder, and deletes it at the end.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures a stack of its own, beside plain limits of the same machine.")
public final class Bench implements Callable<Integer> {

  /** In the order in which they are measured. */
  private enum Part {
    requests("Recording a meeting and reading a contact"),
    webhook("Commit to webhook"),
    due("Due work"),
    people("People: pages, searches and briefs"),
    endpoints("Endpoints out of order beside others"),
    rates("The highest steady rate"),
    reminders("Reminders"),
    streams("Event streams"),
    commitments("Commitments: calls and deadlines");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  @Option(names = "--quick", description = "Shorter runs, coarser figures.")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES}; start and memory are always measured.")
  private List<Part> only = List.of(Part.values());

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var project = Path.of(System.getProperty("followthrough.project", "")).toAbsolutePath();
    var scale = quick ? Scale.QUICK : Scale.FULL;
    var report = new Report();
    try (var stack = new BenchStack(project)) {
      var stop = new Thread(() -> stopQuietly(stack), "bench-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      measure(stack, scale, report);
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    return 0;
  }

  private void measure(BenchStack stack, Scale scale, Report report) throws Exception {
    Report.progress("Starting a stack of its own");
    var footprint = new Footprint(stack, report);
    footprint.start();
    try {
      for (var part : Part.values()) {
        if (only.contains(part)) {
          measure(part, stack, scale, report);
        }
      }
    } finally {
      footprint.show();
      notes(stack, report);
      report.print();
    }
  }

  private static void measure(Part part, BenchStack stack, Scale scale, Report report)
      throws Exception {
    Report.progress(part.words);
    switch (part) {
      case requests -> new RequestsBench(stack, scale, report).run();
      case webhook -> new WebhookBench(stack, scale, report).run();
      case due -> new DueBench(stack, scale, report).run();
      case people -> new PeopleBench(stack, scale, report).run();
      case endpoints -> new EndpointsBench(stack, scale, report).run();
      case rates -> new RatesBench(stack, scale, report).run();
      case reminders -> new RemindersBench(stack, scale, report).run();
      case streams -> new StreamsBench(stack, scale, report).run();
      case commitments -> new CommitmentsBench(stack, scale, report).run();
    }
  }

  private static void notes(BenchStack stack, Report report) throws Exception {
    var processors = Runtime.getRuntime().availableProcessors();
    report.note(
        "%d processors, shared by the stack, Postgres, Kafka and the load itself; JDK %s; %s"
            .formatted(processors, Runtime.version(), stack.durability()));
    report.note(
        "'bench' is the load's own use of all processors, 'others' that of processes that are no"
            + " part of this: above a few percent they falsify the figures.");
    report.note(
        "Plain JDBC does not publish; recording a meeting through the API has the relay, Kafka and"
            + " two other services at work beside it.");
  }

  private static void stopQuietly(BenchStack stack) {
    try {
      stack.close();
    } catch (Exception e) {
      System.err.println("The bench's stack does not stop: " + e);
    }
  }
}
