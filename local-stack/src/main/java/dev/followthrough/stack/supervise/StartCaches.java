package dev.followthrough.stack.supervise;

import dev.followthrough.stack.infra.DatabaseBootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time caches of a stack's processes: classes as they were loaded and linked in
 * a rehearsal, which halves a start. A JVM takes a cache only if it is its own and the jars are the
 * same, and starts without it otherwise. A cache is written by a rehearsal alone, never by a
 * process that does real work: one that was stopped at a wrong moment would leave a broken file.
 */
public final class StartCaches {

  private static final Duration STOP = Duration.ofSeconds(20);
  // a rehearsed process writes its cache before it ends
  private static final Duration STOP_WITH_CACHE = Duration.ofMinutes(3);

  private final Path project;
  private final boolean recording;

  private StartCaches(Path project, boolean recording) {
    this.project = project;
    this.recording = recording;
  }

  /** To start by the caches that are there. */
  public static StartCaches use(Path project) {
    return new StartCaches(project, false);
  }

  /** To write caches anew; they count once {@link #keep} was called. */
  public static StartCaches record(Path project) {
    return new StartCaches(project, true);
  }

  /** Whether a rehearsal has been done with what is built now. */
  public static boolean areThere(Path project) {
    var caches = use(project);
    return DatabaseBootstrap.SERVICES.stream()
        .allMatch(service -> isNewer(caches.cache(service), ServiceChild.jar(project, service)));
  }

  List<String> flags(String piece) {
    Path cache = cache(piece);
    if (recording) {
      return List.of("-XX:AOTCacheOutput=" + draft(cache));
    }
    return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  Duration stopLimit() {
    return recording ? STOP_WITH_CACHE : STOP;
  }

  /** Takes the recorded caches into use, whose processes must have ended; returns how many. */
  public int keep(Stream<String> pieces) {
    return (int) pieces.map(this::cache).filter(StartCaches::keep).count();
  }

  private Path cache(String piece) {
    return piece.equals(Supervisor.INFRA)
        ? project.resolve("local-stack/target/infra.aot")
        : project.resolve(piece + "-service/target/quarkus-app/app.aot");
  }

  private static boolean isNewer(Path cache, Path jar) {
    try {
      return Files.exists(cache)
          && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean keep(Path cache) {
    try {
      Files.deleteIfExists(cache);
      if (!Files.exists(draft(cache))) {
        return false;
      }
      Files.move(draft(cache), cache, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path draft(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".draft");
  }
}
