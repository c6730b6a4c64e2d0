package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Bodies that are wrong. */
record BodyChecks(ApiOperation operation, Supplier<Call> valid, Findings findings) {

  void run(ObjectNode good) {
    whole("broken JSON", "{\"a\": ");
    whole("no JSON", "<a/>");
    whole("null for a body", "null");
    whole("an array for a body", "[]");
    whole("a string for a body", "\"x\"");
    whole("words after the body", new String(Bodies.bytes(good), StandardCharsets.UTF_8) + " x");
    whole("a name twice", "{\"a\": 1, \"a\": 2}");
    whole("deep nesting", "[".repeat(5000) + "]".repeat(5000));
    whole("NUL in a name", "{\"a\\u0000\": 1}");
    whole("half a surrogate in a name", "{\"a\\udc00\": 1}");
    invalid("bytes that are not UTF-8", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
    invalid("UTF-16", "{\"a\": 1}".getBytes(StandardCharsets.UTF_16));
    if (operation.bodyRequired()) {
      invalid("an empty body", new byte[0]);
    }
    findings.expect(
        operation,
        "a huge body",
        valid
            .get()
            .body(("{\"a\": \"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8)),
        413,
        "too-large");
    findings.expect(
        operation,
        "the media type text/plain",
        valid.get().header("Content-Type", "text/plain"),
        415,
        "unsupported-media-type");
    findings.expect(
        operation,
        "a media type that is none",
        valid.get().header("Content-Type", "nonsense"),
        415,
        "unsupported-media-type");
    if (operation.isPatch()) {
      var json = valid.get().header("Content-Type", "application/json");
      var answer = findings.answered(operation, "a patch as application/json", json);
      findings.expect(operation, "a patch as application/json", answer, 415, null);
      if (answer.header("Accept-Patch").isEmpty()) {
        findings.add(operation.id(), "a patch as application/json", "no Accept-Patch");
      }
    }
    for (var bad : Bodies.of(operation, good)) {
      var answer = findings.answered(operation, bad.name(), valid.get().body(bad.bytes()));
      findings.expect(operation, bad.name(), answer, 400, "invalid-request");
      if (answer.status() == 400 && !answer.hasFaultAt(bad.pointer())) {
        findings.add(
            operation.id(), bad.name(), "no fault at %s: %s".formatted(bad.pointer(), answer));
      }
    }
  }

  private void whole(String check, String body) {
    invalid(check, body.getBytes(StandardCharsets.UTF_8));
  }

  private void invalid(String check, byte[] body) {
    findings.expect(operation, check, valid.get().body(body), 400, "invalid-request");
  }
}
