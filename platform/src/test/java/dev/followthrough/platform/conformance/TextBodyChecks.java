package dev.followthrough.platform.conformance;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Bodies of another kind than JSON that are wrong, whatever kind it is. */
record TextBodyChecks(ApiOperation operation, Supplier<Call> valid, Findings findings) {

  void run() {
    invalid("an empty body", new byte[0]);
    invalid("nothing but spaces", bytes(" \r\n "));
    invalid("NUL", bytes("a\0b"));
    invalid("a control character", bytes("a\u0007b"));
    invalid("bytes that are not UTF-8", new byte[] {'a', (byte) 0xC3, 'b'});
    invalid("UTF-16", "a text".getBytes(StandardCharsets.UTF_16));
    var most = operation.bodySchema().path("maxLength").asInt();
    if (most == 0) {
      findings.add(operation.id(), "the body's schema", "states no maxLength");
    }
    type("the media type application/json", "application/json");
    type("a media type that is none", "nonsense");
    findings.expect(
        operation, "a huge body", valid.get().body(bytes("x".repeat(most + 1))), 413, "too-large");
  }

  private void type(String check, String type) {
    findings.expect(
        operation, check, valid.get().header("Content-Type", type), 415, "unsupported-media-type");
  }

  private void invalid(String check, byte[] body) {
    findings.expect(operation, check, valid.get().body(body), 400, "invalid-request");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
