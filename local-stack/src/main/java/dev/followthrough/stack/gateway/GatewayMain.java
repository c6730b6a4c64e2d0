package dev.followthrough.stack.gateway;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.QuietLogging;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a gateway alone, in front of services that run elsewhere. Environment variables tell it all:
 * {@code FOLLOWTHROUGH_HOST} (127.0.0.1) and {@code FOLLOWTHROUGH_PORT} (8080) where it listens,
 * {@code FOLLOWTHROUGH_<SERVICE>_BACKENDS} each service's replicas as {@code host:port}, separated
 * by commas, and {@code FOLLOWTHROUGH_SECURITY_CONTACT} the URI of its security.txt. What is
 * missing or wrong is said in a sentence, and the exit code is 2.
 */
public final class GatewayMain {

  private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}");
  private static final Pattern CONTACT = Pattern.compile("(mailto|https|tel):\\S+");
  private static final int HIGHEST_PORT = 65535;
  private static final int NAMES_KEPT_SECONDS = 2;
  private static final int MISUSE = 2;

  private GatewayMain() {}

  /** Listens until the process is told to end. */
  public static void main(String[] arguments) {
    QuietLogging.install();
    try {
      run(settings(System.getenv()));
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      System.exit(MISUSE); // the event loops would keep the process alive
    }
  }

  private static void run(GatewaySettings settings) {
    Vertx vertx = Vertx.vertx(options());
    Gateway gateway = started(vertx, settings);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  gateway.close();
                  vertx.close().toCompletionStage().toCompletableFuture().join();
                },
                "gateway-stop"));
  }

  private static Gateway started(Vertx vertx, GatewaySettings settings) {
    try {
      return Gateway.start(vertx, settings);
    } catch (CompletionException e) {
      throw new Refusal(
          "The gateway cannot listen on %s:%d: %s"
              .formatted(settings.host(), settings.port(), e.getCause().getMessage()));
    } catch (IllegalStateException e) {
      throw new Refusal(e.getMessage()); // a build without the document to route by
    }
  }

  /**
   * Connections spread over all addresses of a name, and a replica that came or went is noticed
   * soon: container networks give their answers ten minutes to live.
   */
  static VertxOptions options() {
    return new VertxOptions()
        .setAddressResolverOptions(
            new AddressResolverOptions()
                .setRoundRobinInetAddress(true)
                .setCacheMaxTimeToLive(NAMES_KEPT_SECONDS))
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  static GatewaySettings settings(Map<String, String> environment) {
    var backends = new LinkedHashMap<String, List<String>>();
    for (String service : DatabaseBootstrap.SERVICES) {
      backends.put(service, backends(environment, service));
    }
    return new GatewaySettings(
        value(environment, "FOLLOWTHROUGH_HOST").orElse("127.0.0.1"),
        port(environment),
        Optional.empty(),
        backends,
        contact(environment));
  }

  private static List<String> backends(Map<String, String> environment, String service) {
    String name = "FOLLOWTHROUGH_" + service.toUpperCase(Locale.ROOT) + "_BACKENDS";
    List<String> replicas =
        Stream.of(value(environment, name).orElse("").split(","))
            .map(String::strip)
            .filter(replica -> !replica.isEmpty())
            .toList();
    if (replicas.isEmpty()
        || !replicas.stream().allMatch(replica -> HOST_AND_PORT.matcher(replica).matches())) {
      throw new Refusal(
          "%s must name the replicas of %s as host:port, separated by commas."
              .formatted(name, service));
    }
    return replicas;
  }

  private static int port(Map<String, String> environment) {
    String value = value(environment, "FOLLOWTHROUGH_PORT").orElse("8080");
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new Refusal("FOLLOWTHROUGH_PORT is \"%s\", which is no port.".formatted(value));
  }

  private static String contact(Map<String, String> environment) {
    return value(environment, "FOLLOWTHROUGH_SECURITY_CONTACT")
        .filter(uri -> CONTACT.matcher(uri).matches())
        .orElseThrow(
            () ->
                new Refusal(
                    "FOLLOWTHROUGH_SECURITY_CONTACT must be the URI for reports of flaws: mailto:…, https:… or tel:…."));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
