package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.stack.document.SchemaChanges.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client of one document may not rely on in a later one, a sentence for each: operations,
 * their names in SDKs, parameters, bodies, successes, scopes, and webhooks. Refusals may change:
 * what they say is in the problem itself.
 */
public final class BreakingChanges {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> broken = new ArrayList<>();

  private BreakingChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** What breaks on the way from one document to the other; empty if nothing does. */
  public static List<String> between(ApiDocument before, ApiDocument after) {
    var changes = new BreakingChanges(before.json(), after.json());
    changes.compare();
    return changes.broken;
  }

  private void compare() {
    for (var path : before.path("paths").properties()) {
      for (var method : METHODS) {
        if (path.getValue().has(method)) {
          var where = method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
          operation(
              where,
              path.getValue().get(method),
              after.path("paths").path(path.getKey()).path(method));
        }
      }
    }
    for (var webhook : before.path("webhooks").properties()) {
      var was = webhook.getValue().path("post");
      var is = after.path("webhooks").path(webhook.getKey()).path("post");
      if (is.isMissingNode()) {
        broken.add("the webhook %s is gone".formatted(webhook.getKey()));
      } else {
        content(
            webhook.getKey(), was.path("requestBody"), is.path("requestBody"), Direction.ANSWERED);
      }
    }
  }

  private void operation(String where, JsonNode was, JsonNode is) {
    if (is.isMissingNode()) {
      broken.add(where + " is gone");
      return;
    }
    if (!was.path("operationId").equals(is.path("operationId"))) {
      broken.add(
          "%s is called %s, was %s"
              .formatted(where, is.path("operationId"), was.path("operationId")));
    }
    parameters(where, was, is);
    body(where, was.path("requestBody"), is.path("requestBody"));
    successes(where, was.path("responses"), is.path("responses"));
    var scopes = SchemaChanges.words(is.at("/security/0/bearer"));
    scopes.removeAll(SchemaChanges.words(was.at("/security/0/bearer")));
    scopes.forEach(scope -> broken.add("%s needs the scope %s".formatted(where, scope)));
  }

  private void parameters(String where, JsonNode was, JsonNode is) {
    var old = parameters(before, was);
    var now = parameters(after, is);
    old.forEach(
        (name, parameter) -> {
          if (!now.containsKey(name)) {
            broken.add("%s: the parameter %s is gone".formatted(where, name));
          } else {
            schema(where + " " + name, parameter, now.get(name), Direction.SENT);
          }
        });
    now.forEach(
        (name, parameter) -> {
          var needed = old.containsKey(name) && old.get(name).path("required").asBoolean();
          if (parameter.path("required").asBoolean() && !needed) {
            broken.add("%s: the parameter %s is required".formatted(where, name));
          }
        });
  }

  private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
    var all = new LinkedHashMap<String, JsonNode>();
    for (var reference : operation.path("parameters")) {
      var parameter = SchemaChanges.resolve(document, reference);
      all.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
    }
    return all;
  }

  private void body(String where, JsonNode was, JsonNode is) {
    if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
      broken.add(where + " needs a body");
    }
    content(where, was, is, Direction.SENT);
  }

  private void successes(String where, JsonNode was, JsonNode is) {
    for (var response : was.properties()) {
      var status = response.getKey();
      if (!status.startsWith("2") && !status.startsWith("3")) {
        continue;
      }
      var old = SchemaChanges.resolve(before, response.getValue());
      var now = SchemaChanges.resolve(after, is.path(status));
      if (now.isMissingNode()) {
        broken.add("%s no longer answers %s".formatted(where, status));
        continue;
      }
      for (var header : old.path("headers").properties()) {
        if (!now.path("headers").has(header.getKey())) {
          broken.add("%s %s is without the header %s".formatted(where, status, header.getKey()));
        }
      }
      content(where + " " + status, old, now, Direction.ANSWERED);
    }
  }

  private void content(String where, JsonNode was, JsonNode is, Direction direction) {
    for (var media : was.path("content").properties()) {
      var now = is.path("content").path(media.getKey());
      if (now.isMissingNode()) {
        broken.add("%s is no longer %s".formatted(where, media.getKey()));
      } else {
        schema(where, media.getValue(), now, direction);
      }
    }
  }

  private void schema(String where, JsonNode was, JsonNode is, Direction direction) {
    broken.addAll(
        SchemaChanges.between(
            before, was.path("schema"), after, is.path("schema"), direction, where));
  }
}
