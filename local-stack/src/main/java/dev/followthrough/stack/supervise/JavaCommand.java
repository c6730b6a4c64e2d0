package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java child process: small, quick to start, deaf to Ctrl-C and to the
 * terminal's end (its supervisor hears them and stops its children in order), and recognisable by
 * the data folder it belongs to.
 */
public final class JavaCommand {

  private JavaCommand() {}

  /**
   * @param settings whose stack it belongs to
   * @param cacheFlags by which it takes or writes its start cache
   * @param what the class path and main class, or the jar, with the arguments
   */
  public static List<String> of(
      StackSettings settings, int heapMegabytes, List<String> cacheFlags, List<String> what) {
    // an ignored signal stays ignored across exec, and the JVM leaves it so
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Leftovers.mark(settings.data()));
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            // a small young generation is gone through often, and is not kept in memory while idle
            "-Xmn24m",
            "-XX:TieredStopAtLevel=1",
            // a start cache is mapped where it was made for: its pages are read as they are needed,
            // instead of being moved, all of them, into this process's own memory
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+UseCompactObjectHeaders",
            // a heap that was needed for a moment is given back, and so is what the C library holds
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(cacheFlags);
    command.addAll(what);
    return command;
  }
}
