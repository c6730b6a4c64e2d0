package dev.followthrough.system.conformance;

import dev.followthrough.stack.issuer.TokenIssuer;
import dev.followthrough.system.client.OwnStack;
import dev.followthrough.system.client.RunningStack;
import java.io.IOException;
import java.net.ServerSocket;
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
 * The stack that is looked at: of its own, on free ports, as {@code up} starts it, but with a share
 * of requests that only the check of that share uses up, and with a mail server: whatever listens
 * on the port that the checks are told. Its data and logs stay in {@code target/conformance/stack}
 * when a check fails.
 */
final class ConformanceStack implements AutoCloseable {

  private static final int OWNERS = 10;

  // a check of random requests sends so many for one owner, at most
  private static final int SHARE = 3_000;
  private static final int SHARE_OF_A_LONG_RUN = 20_000;

  private final Path data;
  private final OwnStack own;
  private final int share;
  private final int mailPort;
  private RunningStack running;
  private boolean forget;

  ConformanceStack(Path project, Path out, boolean longRun) throws IOException {
    data = out.resolve("stack");
    delete(data);
    share = longRun ? SHARE_OF_A_LONG_RUN : SHARE;
    mailPort = freePort();
    own =
        new OwnStack(
            project,
            data,
            Map.of(
                "FOLLOWTHROUGH_LOAD_RATE", "1",
                "FOLLOWTHROUGH_SHARE_LINKS_PER_ADDRESS", "1000000",
                "FOLLOWTHROUGH_LOAD_BURST", Integer.toString(share),
                "FOLLOWTHROUGH_EMAIL_HOST", "127.0.0.1",
                "FOLLOWTHROUGH_EMAIL_PORT", Integer.toString(mailPort),
                "FOLLOWTHROUGH_EMAIL_PROTECTION", "none",
                "FOLLOWTHROUGH_EMAIL_FROM", "reminders@followthrough.example",
                "FOLLOWTHROUGH_EMAIL_PUBLIC_URL", "https://api.followthrough.example"));
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
    told.put("SHARE", Integer.toString(share));
    told.put("MAIL_PORT", Integer.toString(mailPort));
    told.put("STACK_LOGS", running.settings().logs().toString());
    var owner = "conformance-" + UUID.randomUUID();
    told.put("TOKEN", running.token(owner));
    told.put("TOKEN_WITHOUT_STANDING", tokenWithoutStanding(owner));
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
    return mint("conformance-bare", List.of());
  }

  /** Of a client of that owner which may do everything but read figures. */
  private String tokenWithoutStanding(String owner) throws IOException {
    var scopes = TokenIssuer.ALL_SCOPES.stream().filter(scope -> !scope.equals("standing:read"));
    return mint(owner, scopes.toList());
  }

  private String mint(String owner, List<String> scopes) throws IOException {
    return TokenIssuer.at(running.settings().issuerKey())
        .mint(owner, "system-tests", scopes, Duration.ofHours(2));
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

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
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
