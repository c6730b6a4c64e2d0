package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.signing.SigningSecret;
import java.util.List;
import java.util.Map;

/**
 * Where a delivery goes, opened for one try.
 *
 * @param secrets those in force, the newest first
 */
public record Destination(String url, Map<String, String> headers, List<SigningSecret> secrets) {

  @Override
  public String toString() {
    return "Destination[hidden]";
  }
}
