package dev.followthrough.stack.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines of a log, for a person who asks why something does not start. */
final class LogTail {

  private static final int LINES = 15;

  private LogTail() {}

  static String of(Path log) {
    Deque<String> last = new ArrayDeque<>();
    try (var lines = Files.lines(log)) {
      lines.forEach(
          line -> {
            last.addLast("  " + line);
            if (last.size() > LINES) {
              last.removeFirst();
            }
          });
    } catch (IOException | RuntimeException _) {
      last.addLast("  (cannot be read)");
    }
    return String.join("\n", last);
  }
}
