package dev.followthrough.stack.testing;

import dev.followthrough.stack.infra.InfraAddress;
import dev.followthrough.stack.infra.InfraMain;
import dev.followthrough.stack.infra.PrivateFiles;
import dev.followthrough.stack.infra.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The detached {@link InfraMain} of one Maven run; its caller holds the lock of the folder. */
final class SharedProcess {

  private static final Duration START_LIMIT = Duration.ofSeconds(240);

  private final Path folder;
  private final ProcessHandle run;
  private final Path data;

  SharedProcess(Path folder) {
    this.folder = folder;
    this.run = mavenRun();
    this.data = folder.resolve(run.pid() + "-" + RunningProcess.startedAt(run));
  }

  InfraAddress address() throws IOException {
    Path readyFile = data.resolve("infra.ready");
    Optional<InfraAddress> running = InfraAddress.readLive(readyFile);
    return running.isPresent() ? running.get() : start(readyFile);
  }

  private InfraAddress start(Path readyFile) throws IOException {
    PrivateFiles.createFolder(data);
    Path log = data.resolve("infra.log");
    Process process =
        new ProcessBuilder(command(readyFile))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < limit) {
      Optional<InfraAddress> address = InfraAddress.readLive(readyFile);
      if (address.isPresent()) {
        return address.get();
      }
      pause();
    }
    process.destroy();
    throw new IllegalStateException(
        "The tests' Postgres and Kafka did not start:\n" + Files.readString(log));
  }

  private List<String> command(Path readyFile) throws IOException {
    Path classPath = data.resolve("classpath");
    Files.writeString(
        classPath,
        "-cp\n\"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "@" + classPath,
            InfraMain.class.getName(),
            "--data=" + data,
            "--ready-file=" + readyFile,
            "--binaries=" + folder.resolve("binaries"),
            "--watch-pid=" + run.pid(),
            "--discard-data=true")
        .toList();
  }

  /** The nearest Maven above this process, else this process. */
  private static ProcessHandle mavenRun() {
    ProcessHandle here = ProcessHandle.current();
    return Stream.iterate(here.parent(), Optional::isPresent, p -> p.get().parent())
        .map(Optional::get)
        .filter(SharedProcess::isMaven)
        .findFirst()
        .orElse(here);
  }

  private static boolean isMaven(ProcessHandle process) {
    String commandLine = process.info().commandLine().orElse("");
    return commandLine.contains("plexus-classworlds")
        || commandLine.contains("plexus.classworlds")
        || commandLine.contains("maven.home");
  }

  private static void pause() {
    try {
      Thread.sleep(50); // bounded by START_LIMIT
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
