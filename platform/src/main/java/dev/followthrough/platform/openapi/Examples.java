package dev.followthrough.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The examples among the service's resources. */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The example body of an operation: JSON, or a text. */
  Optional<Object> ofOperation(String operationId) {
    var name = "openapi/examples/" + operationId;
    return read(name + ".json").or(() -> text(name + ".txt"));
  }

  /** The example of what an operation answers when it succeeds. */
  Optional<Object> ofAnswer(String operationId) {
    return read("openapi/answers/" + operationId + ".json");
  }

  /** The example of a refusal: by its type's name, or by the status of one that has no type. */
  Optional<Object> ofProblem(String name) {
    return read("openapi/problems/" + name + ".json");
  }

  Optional<Object> ofWebhook(String type) {
    return read("openapi/webhooks/" + type + ".json");
  }

  private static Optional<Object> text(String name) {
    try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Object> read(String name) {
    try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, Object.class));
    } catch (IOException e) {
      throw new IllegalStateException(name + " is not JSON", e);
    }
  }
}
