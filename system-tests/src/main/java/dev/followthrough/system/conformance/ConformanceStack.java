package dev.followthrough.system.conformance;

import dev.followthrough.stack.issuer.TokenIssuer;
import dev.followthrough.system.client.OwnStack;
import dev.followthrough.system.client.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The stack that is looked at: of its own, on free ports, as {@code up} starts it but without rate
 * limits. Its data and logs stay in {@code target/conformance/stack} when a check fails.
 */
final class ConformanceStack implements AutoCloseable {

  private static final int OWNERS = 8;

  private final Path data;
  private final OwnStack own;
  private RunningStack running;
  private boolean forget;

  ConformanceStack(Path project, Path out) throws IOException {
    data = out.resolve("stack");
    delete(data);
    own = new OwnStack(project, data, Map.of("FOLLOWTHROUGH_LOAD_RATE_LIMITED", "false"));
  }

  void start() throws IOException, InterruptedException {
    running = own.start();
  }

  /** What a check is told about the stack. */
  Map<String, String> environment() throws IOException {
    var ports = running.settings().ports().byPiece();
    var told = new HashMap<String, String>();
    told.put("BASE_URL", running.baseUrl());
    told.put("KAFKA", "127.0.0.1:" + ports.get("kafka"));
    told.put("STACK_LOGS", running.settings().logs().toString());
    told.put("TOKEN", running.token("conformance-" + UUID.randomUUID()));
    told.put("TOKENS", String.join(" ", tokens()));
    told.put("TOKEN_WITHOUT_SCOPES", tokenWithoutScopes());
    return told;
  }

  /** Further owners, for checks that want a network to themselves. */
  private List<String> tokens() {
    var tokens = new ArrayList<String>();
    for (var i = 0; i < OWNERS; i++) {
      tokens.add(running.token("conformance-%d-%s".formatted(i, UUID.randomUUID())));
    }
    return tokens;
  }

  private String tokenWithoutScopes() throws IOException {
    return TokenIssuer.at(running.settings().issuerKey())
        .mint("conformance-bare", "system-tests", List.of(), Duration.ofHours(2));
  }

  /** From now on its data need not be kept. */
  void forget() {
    forget = true;
  }

  @Override
  public synchronized void close() throws IOException, InterruptedException {
    own.close();
    if (forget) {
      delete(data);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
