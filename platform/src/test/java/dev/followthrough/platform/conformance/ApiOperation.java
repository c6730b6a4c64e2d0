package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One operation of the document. */
record ApiOperation(ApiDocument document, String path, String method, JsonNode node) {

  String id() {
    return node.path("operationId").asText();
  }

  List<String> scopes() {
    var scopes = new ArrayList<String>();
    node.path("security").path(0).path("bearer").forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  /** Whether it needs no access token. */
  boolean isPublic() {
    return node.path("security").isArray() && node.path("security").isEmpty();
  }

  List<JsonNode> parameters(String in) {
    var result = new ArrayList<JsonNode>();
    for (var parameter : node.path("parameters")) {
      var resolved = document.resolve(parameter);
      if (resolved.path("in").asText().equals(in)) {
        result.add(resolved);
      }
    }
    return result;
  }

  Optional<String> mediaType() {
    var names = node.path("requestBody").path("content").fieldNames();
    return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
  }

  boolean isPatch() {
    return mediaType().filter("application/merge-patch+json"::equals).isPresent();
  }

  boolean takesJson() {
    return mediaType().filter(type -> type.endsWith("json")).isPresent();
  }

  boolean bodyRequired() {
    return node.path("requestBody").path("required").asBoolean();
  }

  JsonNode bodySchema() {
    return document.resolve(content().path("schema"));
  }

  /** The example body of the document, edited to name what exists. */
  Optional<ObjectNode> exampleBody(Example example) {
    if (!(content().get("example") instanceof ObjectNode body)) {
      return Optional.empty();
    }
    var copy = body.deepCopy();
    example.edit(copy);
    return Optional.of(copy);
  }

  /** The example of the document for a body that is a text. */
  Optional<String> exampleText(Example example) {
    return Optional.ofNullable(content().get("example"))
        .filter(JsonNode::isTextual)
        .map(text -> example.edit(text.asText()));
  }

  /** Whether its answer goes on without an end. */
  boolean isStream() {
    return document
        .resolve(node.path("responses").path("200"))
        .path("content")
        .has("text/event-stream");
  }

  boolean documents(int status) {
    return node.path("responses").has(Integer.toString(status));
  }

  boolean documentsProblem(String name) {
    for (var type : node.path("x-problem-types")) {
      if (type.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  JsonNode answerSchema(int status) {
    return document.resolve(
        document
            .resolve(node.path("responses").path(Integer.toString(status)))
            .path("content")
            .path("application/json")
            .path("schema"));
  }

  /** A valid call with the example. */
  Call call(String base, String token, Example example) {
    var filled = path;
    for (var parameter : example.path().entrySet()) {
      filled = filled.replace("{" + parameter.getKey() + "}", Call.encode(parameter.getValue()));
    }
    var call = new Call(base, method, filled).token(token);
    example.query().forEach(call::query);
    exampleBody(example)
        .ifPresent(
            body ->
                call.header("Content-Type", mediaType().orElseThrow()).body(Bodies.bytes(body)));
    exampleText(example)
        .ifPresent(
            text ->
                call.header("Content-Type", mediaType().orElseThrow())
                    .body(text.getBytes(StandardCharsets.UTF_8)));
    return call;
  }

  Supplier<Call> calls(String base, String token, Example example) {
    return () -> call(base, token, example);
  }

  private JsonNode content() {
    return node.path("requestBody").path("content").path(mediaType().orElse("none"));
  }
}
