package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** The example itself: answered as the document says, in the shape that it says. */
record ValidChecks(ApiOperation operation, Supplier<Call> valid, Findings findings) {

  void run() {
    var answer = findings.answered(operation, "the example", valid.get());
    if (answer.status() / 100 != 2) {
      findings.add(operation.id(), "the example", "expected success, got " + answer);
      return;
    }
    if (answer.status() == 201
        && (answer.header("Location").isEmpty() || answer.header("ETag").isEmpty())) {
      findings.add(operation.id(), "the example", "a 201 without Location or ETag");
    }
    var schema = operation.answerSchema(answer.status());
    if (!schema.isMissingNode()) {
      shape("", answer.json(), schema);
    }
    if (operation.method().equals("GET") && !operation.isStream()) {
      unchanged(answer);
    }
  }

  /**
   * What it tells may change by itself meanwhile, so one of a few attempts must find it the same.
   */
  private void unchanged(Answer first) {
    var latest = first;
    for (int attempt = 0; attempt < 5; attempt++) {
      if (latest.header("ETag").isEmpty()) {
        findings.add(operation.id(), "the example", "an answer without ETag");
        return;
      }
      var known = valid.get().header("If-None-Match", latest.header("ETag").get());
      latest = findings.answered(operation, "If-None-Match", known);
      if (latest.status() == 304) {
        return;
      }
    }
    findings.add(operation.id(), "If-None-Match", "expected 304, got " + latest);
  }

  private void shape(String at, JsonNode value, JsonNode schema) {
    var resolved = operation.document().resolve(schema);
    var type = ApiDocument.type(resolved);
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> true;
        };
    if (!fits) {
      findings.add(operation.id(), "the example", at + " is no " + type + ": " + value);
      return;
    }
    for (var required : resolved.path("required")) {
      if (!value.has(required.asText())) {
        findings.add(operation.id(), "the example", at + "/" + required.asText() + " is missing");
      }
    }
    if (resolved.has("enum") && !contains(resolved.get("enum"), value)) {
      findings.add(operation.id(), "the example", at + " is none of its words: " + value);
    }
    if (value.isArray()) {
      value.forEach(item -> shape(at + "/-", item, resolved.path("items")));
    }
    if (value.isObject() && resolved.has("properties")) {
      value
          .properties()
          .forEach(
              field -> {
                var known = resolved.path("properties").path(field.getKey());
                if (known.isMissingNode() && !resolved.has("additionalProperties")) {
                  findings.add(
                      operation.id(),
                      "the example",
                      at + "/" + field.getKey() + " is undocumented");
                } else if (!known.isMissingNode()) {
                  shape(at + "/" + field.getKey(), field.getValue(), known);
                }
              });
    }
  }

  private static boolean contains(JsonNode words, JsonNode word) {
    for (var one : words) {
      if (one.equals(word)) {
        return true;
      }
    }
    return false;
  }
}
