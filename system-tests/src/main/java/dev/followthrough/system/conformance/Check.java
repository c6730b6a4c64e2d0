package dev.followthrough.system.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One check: a program {@code FOLDER/NAME.mjs} that exits with 0 if it passed. What it finds is
 * told by its environment (the README beside the checks names the variables); its last line of
 * output is shown beside the result.
 */
record Check(String name, Path file) {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final int SHOWN = 40;

  /** How a check went. */
  record Result(String name, boolean passed, double seconds, List<String> output, Path log) {

    void print() {
      System.out.printf(
          Locale.ROOT,
          "%s  %-26s %6.1f s  %s%n",
          passed ? "passed" : "FAILED",
          name,
          seconds,
          output.isEmpty() ? "" : output.getLast());
      if (!passed) {
        output.stream()
            .skip(Math.max(0, output.size() - SHOWN))
            .forEach(line -> System.out.println("        " + line));
        System.out.println("        its whole log: " + log);
      }
    }
  }

  /**
   * The checks in folders below this one, in the order of their names; a name may be a folder's.
   */
  static List<Check> in(Path scripts, List<String> only) throws IOException {
    try (var files = Files.walk(scripts, 2)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".mjs"))
          .map(file -> new Check(name(scripts.relativize(file)), file))
          .filter(check -> check.name().contains("/"))
          .filter(check -> !check.isIn("lib") && !check.isIn("node_modules"))
          .filter(check -> only.isEmpty() || only.stream().anyMatch(check::isIn))
          .sorted(java.util.Comparator.comparing(Check::name))
          .toList();
    }
  }

  /** Runs it with the variables given, its log and its own folder below {@code out}. */
  Result run(String node, Map<String, String> environment, Path out)
      throws IOException, InterruptedException {
    var own = Files.createDirectories(out.resolve(name));
    var log = own.resolve("log.txt");
    var builder = new ProcessBuilder(node, file.toString());
    builder.directory(file.getParent().getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("OUT", own.toString());
    var begin = System.nanoTime();
    var process = builder.start();
    process.getOutputStream().close();
    var ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    var passed = ended && process.exitValue() == 0;
    var lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return new Result(name, passed, (System.nanoTime() - begin) / 1e9, lines, log);
  }

  private boolean isIn(String folderOrName) {
    return name.equals(folderOrName) || name.startsWith(folderOrName + "/");
  }

  private static String name(Path file) {
    return file.toString().replace(file.getFileSystem().getSeparator(), "/").replace(".mjs", "");
  }
}
