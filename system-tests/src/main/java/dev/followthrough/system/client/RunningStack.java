package dev.followthrough.system.client;

import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.issuer.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The local stack that is running now, from the note it keeps in its data folder. */
public record RunningStack(StackSettings settings, String baseUrl) {

  /** The stack of this project and environment, if it runs and is ready. */
  public static Optional<RunningStack> find() {
    var project = Path.of(System.getProperty("followthrough.project", "")).toAbsolutePath();
    return find(project, System.getenv());
  }

  public static Optional<RunningStack> find(Path project, Map<String, String> environment) {
    var settings = StackSettings.from(project, environment);
    return StackState.read(settings.data())
        .filter(StackState::ready)
        .filter(state -> state.supervisor().process().isPresent())
        .map(state -> new RunningStack(settings, state.baseUrl()));
  }

  /** A token with every scope for the owner of that name. */
  public String token(String owner) {
    try {
      return TokenIssuer.at(settings.issuerKey())
          .mint(owner, "system-tests", TokenIssuer.ALL_SCOPES, Duration.ofHours(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
