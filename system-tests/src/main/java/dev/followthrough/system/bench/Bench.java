package dev.followthrough.system.bench;

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

  private enum Part {
    requests,
    webhook,
    due,
    people
  }

  @Option(names = "--quick", description = "Shorter runs: about three minutes, coarser figures.")
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
      if (only.contains(Part.requests)) {
        Report.progress("Recording a meeting and reading a contact");
        new RequestsBench(stack, scale, report).run();
      }
      if (only.contains(Part.webhook)) {
        Report.progress("Commit to webhook");
        new WebhookBench(stack, scale, report).run();
      }
      if (only.contains(Part.due)) {
        Report.progress("Due work");
        new DueBench(stack, scale, report).run();
      }
      if (only.contains(Part.people)) {
        Report.progress("People: pages, searches and briefs");
        new PeopleBench(stack, scale, report).run();
      }
    } finally {
      footprint.show();
      notes(stack, report);
      report.print();
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
