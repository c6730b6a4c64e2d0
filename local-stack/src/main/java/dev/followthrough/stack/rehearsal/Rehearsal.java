package dev.followthrough.stack.rehearsal;

import dev.followthrough.stack.home.Ports;
import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.PrivateFiles;
import dev.followthrough.stack.issuer.TokenIssuer;
import dev.followthrough.stack.supervise.Leftovers;
import dev.followthrough.stack.supervise.Progress;
import dev.followthrough.stack.supervise.StackLock;
import dev.followthrough.stack.supervise.StartCaches;
import dev.followthrough.stack.supervise.Supervisor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the whole stack once on data of its own, does the main job, and stops it in order, so that
 * each process leaves its start cache.
 */
public final class Rehearsal {

  private final Path project;
  private final Path data;

  public Rehearsal(Path project) {
    this.project = project;
    this.data = project.resolve("target/rehearsal");
  }

  /** Returns how many caches it made. */
  public int run() throws IOException, InterruptedException {
    Path build = Files.createDirectories(data.getParent());
    if (!StackLock.take(build)) {
      throw new Refusal("This build is being rehearsed already.");
    }
    Leftovers.stop(data); // of a rehearsal that was killed
    delete(data);
    var settings = settings();
    PrivateFiles.createFolder(settings.data());
    Files.createDirectories(settings.logs());
    var caches = StartCaches.record(project);
    var supervisor = new Supervisor(settings, silent(), caches);
    var hook = new Thread(supervisor::stop, "rehearsal-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      supervisor.start();
      new MainJob(settings.baseUrl(), token(settings)).run();
    } finally {
      supervisor.stop();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    int kept =
        caches.keep(
            Stream.concat(Stream.of(Supervisor.INFRA), DatabaseBootstrap.SERVICES.stream()));
    delete(data);
    return kept;
  }

  private StackSettings settings() throws IOException {
    var free = freePorts(7);
    var ports =
        new Ports(
            free.get(0),
            free.get(1),
            free.get(2),
            free.get(3),
            free.get(4),
            free.get(5),
            free.get(6),
            1);
    return new StackSettings(project, data, "127.0.0.1", ports, "mailto:security@localhost");
  }

  private static String token(StackSettings settings) throws IOException {
    return TokenIssuer.at(settings.issuerKey())
        .mint("rehearsal", "rehearsal", TokenIssuer.ALL_SCOPES, Duration.ofHours(1));
  }

  private static Progress silent() {
    return new Progress(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var held = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
