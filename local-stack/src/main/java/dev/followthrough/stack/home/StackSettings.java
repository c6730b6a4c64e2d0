package dev.followthrough.stack.home;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a local stack is told by its environment: the project's folder, where its data lies ({@code
 * FOLLOWTHROUGH_DATA}, by default {@code .followthrough} in the project), the address it listens on
 * ({@code FOLLOWTHROUGH_HOST}, loopback only, because its keys lie beside its data), its ports, and
 * the contact of its security.txt ({@code FOLLOWTHROUGH_SECURITY_CONTACT}).
 */
public record StackSettings(
    Path project, Path data, String host, Ports ports, String securityContact) {

  /** Reads the environment; refuses what cannot be right. */
  public static StackSettings from(Path project, Map<String, String> environment) {
    String data = environment.getOrDefault("FOLLOWTHROUGH_DATA", "");
    String host = environment.getOrDefault("FOLLOWTHROUGH_HOST", "127.0.0.1");
    return new StackSettings(
        project,
        data.isBlank() ? project.resolve(".followthrough") : Path.of(data).toAbsolutePath(),
        loopback(host),
        Ports.from(environment),
        environment.getOrDefault("FOLLOWTHROUGH_SECURITY_CONTACT", "mailto:security@localhost"));
  }

  /** The one address of the API. */
  public String baseUrl() {
    return url(ports.gateway());
  }

  /** An address on this stack's host. */
  public String url(int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  public Path logs() {
    return data.resolve("logs");
  }

  public Path issuerKey() {
    return data.resolve("issuer-key.json");
  }

  private static String loopback(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return host;
      }
    } catch (UnknownHostException _) {
      // told below
    }
    throw new Refusal(
        "FOLLOWTHROUGH_HOST is \"%s\". The local stack serves this machine only, because its keys lie beside its data; use 127.0.0.1, or docker-compose.yml for others to reach it."
            .formatted(host));
  }
}
