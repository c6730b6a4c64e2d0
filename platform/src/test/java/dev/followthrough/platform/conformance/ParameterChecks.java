package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.platform.paging.ForgedCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Query parameters and headers that are wrong, and methods and media types that are not taken. */
record ParameterChecks(ApiOperation operation, Supplier<Call> valid, Findings findings) {

  private static final List<List<String>> FORGED_KEYS =
      List.of(List.of(), List.of("x"), List.of("+1000000000-12-31T00:00:00Z", "x"));

  void run(Set<String> needed) {
    fault("an unknown query parameter", valid.get().query("noSuch", "1"), "?noSuch");
    for (var parameter : operation.parameters("query")) {
      var name = parameter.path("name").asText();
      var schema = operation.document().resolve(parameter.path("schema"));
      if (needed.contains(name) || ApiDocument.type(schema).equals("array")) {
        continue;
      }
      fault("?" + name + " twice", valid.get().query(name, "1").query(name, "1"), "?" + name);
      bad(schema)
          .forEach(
              (what, value) ->
                  fault("?" + name + " " + what, valid.get().query(name, value), "?" + name));
      if (name.equals("cursor")) {
        fault("?cursor of nothing", valid.get().query(name, "abc"), "?cursor");
        if (!valid.get().hasQuery()) {
          FORGED_KEYS.forEach(this::forgedCursor);
        }
      }
    }
    if (!operation.isPublic()) {
      header("Followthrough-Position", "not a position");
    }
    if (Set.of("PATCH", "PUT", "DELETE").contains(operation.method())) {
      header("If-Match", "not-quoted");
      findings.expect(
          operation,
          "a stale If-Match",
          valid.get().header("If-Match", "\"no-such-version\", W/\"1\""),
          412,
          "precondition-failed");
    }
    if (operation.method().equals("GET")) {
      findings.expect(
          operation, "Accept: text/csv", valid.get().header("Accept", "text/csv"), 406, null);
      if (!operation.isStream()) {
        header("If-None-Match", "not-quoted");
      }
    }
    wrongMethod();
  }

  private void forgedCursor(List<String> key) {
    var call = valid.get();
    call.query("cursor", ForgedCursor.of(call.path(), key));
    var check = "?cursor with the key " + key;
    var answer = findings.answered(operation, check, call);
    findings.expect(operation, check, answer, 400, "invalid-request");
    var rule = answer.json().path("errors").path(0).path("rule").asText();
    if (!rule.equals("cursor")) {
      findings.add(operation.id(), check, "refused by the rule '%s'".formatted(rule));
    }
  }

  private void wrongMethod() {
    var known = operation.document().methods(operation.path());
    for (var method : new String[] {"DELETE", "PUT", "PATCH", "POST"}) {
      if (!known.contains(method)) {
        var right = valid.get();
        var base = right.at(method);
        var answer = findings.answered(operation, "the method " + method, base);
        findings.expect(operation, "the method " + method, answer, 405, "method-not-allowed");
        if (answer.header("Allow").isEmpty()) {
          findings.add(operation.id(), "the method " + method, "no Allow header");
        }
        return;
      }
    }
  }

  private void header(String name, String value) {
    fault(name + ": " + value, valid.get().header(name, value), name + ":");
  }

  private void fault(String check, Call call, String pointer) {
    var answer = findings.answered(operation, check, call);
    findings.expect(operation, check, answer, 400, "invalid-request");
    if (answer.status() == 400 && !answer.hasFaultAt(pointer)) {
      findings.add(operation.id(), check, "no fault at %s: %s".formatted(pointer, answer));
    }
  }

  private static Map<String, String> bad(JsonNode schema) {
    var values = new LinkedHashMap<String, String>();
    values.put("with NUL", "a\0b");
    switch (ApiDocument.type(schema)) {
      case "integer", "number" -> {
        values.put("no number", "abc");
        values.put("a huge number", "99999999999999999999");
        new ArrayList<>(Set.of("minimum", "maximum"))
            .forEach(
                limit -> {
                  if (schema.has(limit)) {
                    long edge = schema.get(limit).asLong();
                    values.put(
                        "beyond its " + limit,
                        "" + (limit.equals("minimum") ? edge - 1 : edge + 1));
                  }
                });
      }
      case "boolean" -> values.put("no boolean", "yes");
      case "string" -> {
        if (schema.has("enum") || schema.has("format")) {
          values.put("not of its form", "no such word");
        }
        if (schema.has("maxLength") && schema.get("maxLength").asInt() < 4000) {
          values.put("too long", "x".repeat(schema.get("maxLength").asInt() + 1));
        }
      }
      default -> {}
    }
    return values;
  }
}
