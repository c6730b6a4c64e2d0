package dev.followthrough.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** The examples among the service's resources. */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The example body of an operation. */
  Optional<Object> ofOperation(String operationId) {
    return read("openapi/examples/" + operationId + ".json");
  }

  Optional<Object> ofWebhook(String type) {
    return read("openapi/webhooks/" + type + ".json");
  }

  private static Optional<Object> read(String name) {
    try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, Object.class));
    } catch (IOException e) {
      throw new IllegalStateException(name + " is not JSON", e);
    }
  }
}
