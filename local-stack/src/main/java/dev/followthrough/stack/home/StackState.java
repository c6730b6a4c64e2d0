package dev.followthrough.stack.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.followthrough.stack.infra.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What runs, as the supervisor notes it in the data folder for {@code status}, {@code down} and the
 * next {@code up}: itself, its children, and whether all of them are ready.
 */
public record StackState(Piece supervisor, String baseUrl, boolean ready, List<Piece> children) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String FILE = "state.json";

  /** One process; the start time, in epoch milliseconds, tells it from a later one of its id. */
  public record Piece(String name, long pid, long startedAt) {

    public static Piece of(String name, ProcessHandle process) {
      return new Piece(name, process.pid(), RunningProcess.startedAt(process));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> process() {
      return RunningProcess.find(pid, startedAt);
    }
  }

  /** The last noted state of a data folder. */
  public static Optional<StackState> read(Path data) {
    try {
      return Optional.of(MAPPER.readValue(data.resolve(FILE).toFile(), StackState.class));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Notes this state; a crash meanwhile leaves the one before. */
  public void write(Path data) throws IOException {
    Path draft = data.resolve(FILE + ".tmp");
    Files.writeString(draft, MAPPER.writeValueAsString(this));
    Files.move(
        draft,
        data.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Forgets the state. */
  public static void clear(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
