package dev.followthrough.system.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The npm packages of the checks, exactly as {@code package-lock.json} has them. They are installed
 * again only when it has changed since.
 */
record Packages(Path folder, Tools tools) {

  /** Whether they are there now. */
  boolean install(Path log) throws IOException, InterruptedException {
    var lock = folder.resolve("package-lock.json");
    var installed = folder.resolve("node_modules/.installed-lock.json");
    if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
      return true;
    }
    System.out.println("Installing the npm packages of the checks");
    var npm = new ProcessBuilder(tools.npm(), "ci", "--no-audit", "--no-fund");
    npm.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    addToPath(npm.environment());
    if (npm.start().waitFor() != 0) {
      return false;
    }
    Files.copy(lock, installed);
    return true;
  }

  /** npm is a script that looks for node on the path. */
  private void addToPath(Map<String, String> environment) {
    var parent = Path.of(tools.node()).toAbsolutePath().getParent();
    environment.merge("PATH", parent.toString(), (path, node) -> path + ":" + node);
  }
}
