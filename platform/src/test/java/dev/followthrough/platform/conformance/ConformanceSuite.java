package dev.followthrough.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Holds a service against its own document: a {@code @QuarkusTest} extends it and says, for each
 * operation, how to make what a valid call needs. Everything that is found is told together.
 */
public abstract class ConformanceSuite {

  private final String owner = "conformance-" + UUID.randomUUID();

  /**
   * By operation id: makes a new example each time, in a state in which the call succeeds. It may
   * call the service by {@link #post} and the like. Operations that need nothing have {@code
   * Example::of}.
   */
  protected abstract Map<String, Supplier<Example>> examples();

  /** The owner (a token's subject) on whose behalf the suite calls. */
  protected final String owner() {
    return owner;
  }

  /** Posts JSON as the suite's owner and returns the answer, which must be a success. */
  protected final JsonNode post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  /** Patches as the suite's owner. */
  protected final JsonNode patch(String path, String json) {
    return send("PATCH", path, "application/merge-patch+json", json);
  }

  protected final JsonNode get(String path) {
    return send("GET", path, null, null);
  }

  private JsonNode send(String method, String path, String type, String json) {
    var call = new Call(base(), method, path).token(Tokens.of(owner));
    if (json != null) {
      call.header("Content-Type", type).body(json.getBytes(StandardCharsets.UTF_8));
    }
    var answer = call.send();
    assertThat(answer.status()).as("%s %s: %s", method, path, answer).isBetween(200, 299);
    return answer.json();
  }

  @Test
  void every_operation_answers_as_the_document_says() {
    var document = new ApiDocument(send("GET", "/openapi.json", null, null));
    var operations = document.operations();
    var ids = new TreeSet<>(operations.stream().map(ApiOperation::id).toList());
    assertThat(examples().keySet())
        .as("each operation of the document needs an example, and no other")
        .containsExactlyInAnyOrderElementsOf(ids);
    var findings = new Findings();
    List<String> broken = new ArrayList<>();
    for (var operation : operations) {
      try {
        check(operation, findings);
      } catch (RuntimeException | AssertionError e) {
        broken.add(operation.id() + " could not be checked: " + e);
      }
    }
    System.out.printf(
        "Conformance: %d operations, %d answers, %d findings%n",
        operations.size(), findings.answers(), findings.all().size());
    broken.addAll(findings.all());
    assertThat(broken).as("\n" + String.join("\n", broken) + "\n").isEmpty();
  }

  private void check(ApiOperation operation, Findings findings) {
    var make = examples().get(operation.id());
    var example = make.get();
    var valid = operation.calls(base(), Tokens.of(owner), example);
    new AccessChecks(operation, valid, findings).run(owner, example);
    new ParameterChecks(operation, valid, findings).run(example.query().keySet());
    if (operation.takesJson()) {
      var good = operation.exampleBody(example);
      if (good.isEmpty()) {
        findings.add(operation.id(), "the example", "the document shows none for its body");
      } else {
        new BodyChecks(operation, valid, findings).run(good.get());
      }
    } else if (operation.mediaType().isPresent()) {
      if (operation.exampleText(example).isEmpty()) {
        findings.add(operation.id(), "the example", "the document shows none for its body");
      } else {
        new TextBodyChecks(operation, valid, findings).run();
      }
    }
    Supplier<Supplier<Call>> fresh = () -> operation.calls(base(), Tokens.of(owner), make.get());
    if (operation.method().equals("POST")) {
      new RepeatChecks(operation, fresh, findings).run(valid);
    }
    new ValidChecks(operation, fresh.get(), findings).run();
  }

  private static String base() {
    return "http://localhost:" + RestAssured.port;
  }
}
