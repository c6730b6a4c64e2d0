package dev.followthrough.system.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The programs that the checks need, found on the path or where an environment variable says
 * ({@code NODE}, {@code NPM}, {@code PYTHON}, {@code CHROMIUM}), each with its version.
 */
final class Tools {

  private record Need(String variable, List<String> names, int major, int minor, String howToGet) {}

  /** A program that was found. */
  record Tool(String path, String version) {

    @Override
    public String toString() {
      return path + " (" + version + ")";
    }
  }

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(\\.\\d+)*");

  private static final Need NODE =
      new Need(
          "NODE",
          List.of("node", "nodejs"),
          20,
          19,
          "Debian, Ubuntu: https://github.com/nodesource/distributions; macOS: brew install node;"
              + " any: https://nodejs.org");
  private static final Need NPM =
      new Need("NPM", List.of("npm"), 10, 0, "it comes with Node from https://nodejs.org");
  private static final Need PYTHON =
      new Need(
          "PYTHON",
          List.of("python3"),
          3,
          9,
          "Debian, Ubuntu: apt install python3; macOS: brew install python; any:"
              + " https://www.python.org");
  private static final Need CHROMIUM =
      new Need(
          "CHROMIUM",
          List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
          110,
          0,
          "Debian: apt install chromium; macOS: brew install --cask chromium, then"
              + " CHROMIUM=/Applications/Chromium.app/Contents/MacOS/Chromium");

  private final Map<String, String> environment;
  private final List<String> missing = new ArrayList<>();
  private final Tool node;
  private final Tool npm;
  private final Tool python;
  private final Tool chromium;

  Tools(Map<String, String> environment) {
    this.environment = environment;
    node = find(NODE);
    npm = find(NPM);
    python = find(PYTHON);
    chromium = find(CHROMIUM);
  }

  /** A sentence for each program that is missing or too old, with how to get it. */
  List<String> missing() {
    return missing;
  }

  List<Tool> all() {
    return List.of(node, npm, python, chromium);
  }

  String node() {
    return node.path();
  }

  String npm() {
    return npm.path();
  }

  /** Where the checks find them; {@code JAVA_HOME} is the JDK this runs on. */
  Map<String, String> environment() {
    return Map.of(
        NODE.variable(),
        node.path(),
        NPM.variable(),
        npm.path(),
        PYTHON.variable(),
        python.path(),
        CHROMIUM.variable(),
        chromium.path(),
        "JAVA_HOME",
        System.getProperty("java.home"));
  }

  private Tool find(Need need) {
    var path = path(need);
    var version = path.flatMap(Tools::version).orElse("");
    var match = VERSION.matcher(version);
    if (match.find() && isEnough(match.group(1), match.group(2), need)) {
      return new Tool(path.orElseThrow(), match.group());
    }
    var found =
        path.isEmpty()
            ? "is missing"
            : "is too old or does not start: " + path.get() + " says \"" + version + "\"";
    missing.add(
        "%s %d.%d or later %s. How to get it: %s; or point %s to it."
            .formatted(
                need.names().getFirst(),
                need.major(),
                need.minor(),
                found,
                need.howToGet(),
                need.variable()));
    return new Tool("", "");
  }

  private Optional<String> path(Need need) {
    var told = environment.getOrDefault(need.variable(), "");
    if (!told.isBlank()) {
      return Optional.of(told);
    }
    for (var name : need.names()) {
      for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
        var file = Path.of(folder, name);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return Optional.of(file.toString());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEnough(String major, String minor, Need need) {
    var difference = Integer.compare(Integer.parseInt(major), need.major());
    return difference > 0 || difference == 0 && Integer.parseInt(minor) >= need.minor();
  }

  private static Optional<String> version(String path) {
    try {
      var process = new ProcessBuilder(path, "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
