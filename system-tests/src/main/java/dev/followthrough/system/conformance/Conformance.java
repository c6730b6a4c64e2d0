package dev.followthrough.system.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks at the product with other people's tools: what needs Node, Python or a browser. It starts a
 * stack of its own on free ports, runs each check of {@code system-tests/conformance} against it
 * (any {@code FOLDER/NAME.mjs}), and tells one line of each. Exit code 1: a check failed; 2: a tool
 * is missing, or no check has that name.
 */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    description =
        "Runs what needs Node, Python or a browser, against a stack of its own. Each check's log is"
            + " in target/conformance.")
public final class Conformance implements Callable<Integer> {

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Checks to run, by folder or by folder/name, as --list shows them.")
  private List<String> only = List.of();

  @Option(
      names = "--full",
      description = "Tens of thousands of random requests; about a quarter of an hour.")
  private boolean full;

  @Option(
      names = "--seed",
      description = "The random requests' seed; by default a new one, which is printed.")
  private Integer seed;

  @Option(
      names = "--record",
      description =
          "Writes the examples of answers and problems that are missing or no longer fit, from what"
              + " the services answered: --only requests,results --record.")
  private boolean record;

  @Option(names = "--list", description = "Only names the checks.")
  private boolean list;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Conformance()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var project = Path.of(System.getProperty("followthrough.project", "")).toAbsolutePath();
    var scripts = project.resolve("system-tests/conformance");
    var checks = Check.in(scripts, only);
    if (list) {
      checks.forEach(check -> System.out.println(check.name()));
      return 0;
    }
    var tools = new Tools(System.getenv());
    var missing = new ArrayList<>(tools.missing());
    if (checks.isEmpty()) {
      missing.add("There is no check of that name; --list names them all.");
    }
    if (!missing.isEmpty()) {
      missing.forEach(System.err::println);
      return 2;
    }
    tools.all().forEach(tool -> System.out.println("Using " + tool));
    var out = project.resolve("target/conformance");
    Files.createDirectories(out);
    if (!new Packages(scripts, tools).install(out.resolve("npm.log"))) {
      System.err.println("npm ci failed; its log is " + out.resolve("npm.log"));
      return 2;
    }
    return run(project, out, tools, checks) ? 0 : 1;
  }

  private boolean run(Path project, Path out, Tools tools, List<Check> checks) throws Exception {
    try (var stack = new ConformanceStack(project, out, full)) {
      var stop = new Thread(() -> stopQuietly(stack), "conformance-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      System.out.println("Starting a stack of its own");
      stack.start();
      var failed = 0;
      for (var check : checks) {
        var environment = stack.environment();
        environment.putAll(tools.environment());
        environment.put("PROJECT", project.toString());
        environment.put("FULL", full ? "1" : "");
        environment.put("RECORD", record ? "1" : "");
        environment.put("SEED", seed == null ? "" : seed.toString());
        var result = check.run(tools.node(), environment, out);
        result.print();
        failed += result.passed() ? 0 : 1;
      }
      System.out.printf("%d of %d checks passed%n", checks.size() - failed, checks.size());
      if (failed == 0) {
        stack.forget();
      }
      Runtime.getRuntime().removeShutdownHook(stop);
      return failed == 0;
    }
  }

  private static void stopQuietly(ConformanceStack stack) {
    try {
      stack.close();
    } catch (InterruptedException | IOException e) {
      System.err.println("The stack does not stop: " + e);
    }
  }
}
