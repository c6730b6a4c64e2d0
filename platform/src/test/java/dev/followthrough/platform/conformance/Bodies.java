package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bad bodies, made of a good one: each with one thing wrong, and where. */
final class Bodies {

  /**
   * @param pointer where the fault must be named
   */
  record Bad(String name, String pointer, byte[] bytes) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  // written raw into the JSON, so that no library mends them
  private static final String MARK = "@@mark@@";

  private final ApiDocument document;
  private final ObjectNode good;
  private final boolean patch;
  private final List<Bad> result = new ArrayList<>();

  private Bodies(ApiDocument document, ObjectNode good, boolean patch) {
    this.document = document;
    this.good = good;
    this.patch = patch;
  }

  static List<Bad> of(ApiOperation operation, ObjectNode good) {
    var bodies = new Bodies(operation.document(), good, operation.isPatch());
    bodies.object("", operation.bodySchema(), 0);
    return bodies.result;
  }

  static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void object(String at, JsonNode schema, int depth) {
    if (depth > 4 || !schema.has("properties")) {
      return;
    }
    add("an unknown field", at + "/noSuchField", "1");
    for (var required : schema.path("required")) {
      if (!patch && !good.at(at + "/" + required.asText()).isMissingNode()) {
        without(at, required.asText());
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> value(at + "/" + field.getKey(), document.resolve(field.getValue()), depth));
  }

  private void value(String at, JsonNode schema, int depth) {
    if (!patch) {
      add("null", at, "null");
    }
    switch (ApiDocument.type(schema)) {
      case "string" -> text(at, schema);
      case "integer", "number" -> number(at, schema);
      case "boolean" -> add("a string for a boolean", at, "\"true\"");
      case "array" -> array(at, schema, depth);
      case "object" -> {
        add("a string for an object", at, "\"x\"");
        add("an array for an object", at, "[]");
        object(at, schema, depth + 1);
      }
      default -> {}
    }
  }

  private void text(String at, JsonNode schema) {
    add("a number for a string", at, "7");
    add("an object for a string", at, "{}");
    add("NUL", at, "\"a\\u0000b\"");
    add("a control character", at, "\"a\\u0007b\"");
    add("a lone surrogate", at, "\"a\\ud800b\"");
    if (schema.has("enum")) {
      add("no such word", at, "\"noSuchWord\"");
    }
    if (schema.has("maxLength") && schema.get("maxLength").asInt() < 60_000) {
      add("too long", at, "\"" + "x".repeat(schema.get("maxLength").asInt() + 1) + "\"");
    }
    switch (schema.path("format").asText()) {
      case "uuid" -> add("no UUID", at, "\"1-1-1-1-1\"");
      case "date" -> {
        add("no such date", at, "\"2026-02-30\"");
        add("a date out of range", at, "\"0001-01-01\"");
      }
      case "date-time" -> {
        add("no such instant", at, "\"2026-13-01T00:00:00Z\"");
        add("an instant without offset", at, "\"2026-01-01T00:00:00\"");
        add("an instant out of range", at, "\"+292278994-08-17T07:12:55Z\"");
        add("an early instant", at, "\"0001-01-01T00:00:00Z\"");
      }
      default -> {}
    }
  }

  private void number(String at, JsonNode schema) {
    add("a string for a number", at, "\"1\"");
    add("true for a number", at, "true");
    if (ApiDocument.type(schema).equals("integer")) {
      add("a fraction", at, "1.5");
      add("a huge number", at, "1e400");
    }
    if (schema.has("maximum")) {
      add(
          "too large",
          at,
          schema.get("maximum").decimalValue().add(java.math.BigDecimal.ONE).toString());
    }
    if (schema.has("minimum")) {
      add(
          "too small",
          at,
          schema.get("minimum").decimalValue().subtract(java.math.BigDecimal.ONE).toString());
    }
  }

  private void array(String at, JsonNode schema, int depth) {
    add("an object for an array", at, "{}");
    var items = document.resolve(schema.path("items"));
    if (schema.has("maxItems") && schema.get("maxItems").asInt() <= 1000) {
      var one = ApiDocument.type(items).equals("object") ? "{}" : '"' + word(items) + '"';
      add(
          "too many items",
          at,
          "[" + (one + ",").repeat(schema.get("maxItems").asInt()) + one + "]");
    }
    addItem("null as an item", at, "null");
    if (ApiDocument.type(items).equals("object")) {
      if (good.at(at + "/0").isObject()) {
        object(at + "/0", items, depth + 1);
      }
    } else if (ApiDocument.type(items).equals("string")) {
      addItem("a number as an item", at, "7");
      addItem("NUL in an item", at, "\"\\u0000\"");
      if (items.has("maxLength") && items.get("maxLength").asInt() < 60_000) {
        addItem("a long item", at, "\"" + "x".repeat(items.get("maxLength").asInt() + 1) + "\"");
      }
    }
  }

  /** Such that the list's length is its only fault, for not all of very many faults are told. */
  private static String word(JsonNode items) {
    return items.path("format").asText().equals("uuid")
        ? "019a0000-0000-7000-8000-000000000001"
        : "x";
  }

  private void addItem(String name, String at, String raw) {
    var body = good.deepCopy();
    put(body, at, JSON.createArrayNode().add(MARK));
    finish(name, at + "/0", body, raw);
  }

  private void add(String name, String at, String raw) {
    var body = good.deepCopy();
    put(body, at, JSON.getNodeFactory().textNode(MARK));
    finish(name, at, body, raw);
  }

  private void without(String at, String field) {
    var body = good.deepCopy();
    if (body.at(at) instanceof ObjectNode parent) {
      parent.remove(field);
      result.add(new Bad("missing " + at + "/" + field, at + "/" + field, bytes(body)));
    }
  }

  private void finish(String name, String at, ObjectNode body, String raw) {
    var text = new String(bytes(body), StandardCharsets.UTF_8).replace("\"" + MARK + "\"", raw);
    result.add(new Bad(name + " at " + at, at, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void put(ObjectNode body, String at, JsonNode value) {
    JsonNode parent = body;
    var names = at.substring(1).split("/");
    for (int i = 0; i < names.length - 1; i++) {
      var next =
          parent instanceof ArrayNode
              ? parent.path(Integer.parseInt(names[i]))
              : parent.path(names[i]);
      if (!next.isContainerNode() && parent instanceof ObjectNode object) {
        next = object.putObject(names[i]);
      }
      parent = next;
    }
    ((ObjectNode) parent).set(names[names.length - 1], value);
  }
}
