package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change of a schema breaks. Of what clients send, nothing that was taken may be refused; of
 * what they get, nothing that was always there may be absent or of another kind. A new field, and a
 * new word in an answer's enumeration, break nothing: clients ignore what they do not know.
 */
final class SchemaChanges {

  /** Who makes a value: the client a request's, the product an answer's or an event's. */
  enum Direction {
    SENT,
    ANSWERED
  }

  private static final List<String> UPPER = List.of("maxLength", "maxItems", "maximum");
  private static final List<String> LOWER = List.of("minLength", "minItems", "minimum");

  private final JsonNode before;
  private final JsonNode after;
  private final Direction direction;
  private final Set<String> compared = new HashSet<>();
  private final List<String> broken = new ArrayList<>();

  private SchemaChanges(JsonNode before, JsonNode after, Direction direction) {
    this.before = before;
    this.after = after;
    this.direction = direction;
  }

  /**
   * The breaks, one sentence each, between two schemas of two documents.
   *
   * @param where what the sentences begin with
   */
  static List<String> between(
      JsonNode before,
      JsonNode one,
      JsonNode after,
      JsonNode other,
      Direction direction,
      String where) {
    var changes = new SchemaChanges(before, after, direction);
    changes.compare(where, one, other);
    return changes.broken;
  }

  private void compare(String where, JsonNode one, JsonNode other) {
    if (one.has("$ref")
        && other.has("$ref")
        && !compared.add(one.get("$ref") + " " + other.get("$ref"))) {
      return;
    }
    var was = resolve(before, one);
    var is = resolve(after, other);
    types(where, was, is);
    if (was.has("format") && !was.get("format").equals(is.get("format"))
        || isSent() && !was.has("format") && is.has("format")) {
      broken.add(
          "%s has the format %s, was %s".formatted(where, is.path("format"), was.path("format")));
    }
    if (isSent()) {
      limits(where, was, is);
    }
    properties(where, was, is);
    inner(where, "items", was, is);
    inner(where, "additionalProperties", was, is);
    choices(where, was, is);
  }

  private boolean isSent() {
    return direction == Direction.SENT;
  }

  private void types(String where, JsonNode was, JsonNode is) {
    var old = words(was.path("type"));
    var now = words(is.path("type"));
    var fits =
        isSent()
            ? now.isEmpty() || now.containsAll(old) && !old.isEmpty()
            : old.isEmpty() || old.containsAll(now) && !now.isEmpty();
    if (!fits) {
      broken.add("%s is %s, was %s".formatted(where, now, old));
    }
    var oldWords = words(was.path("enum"));
    var newWords = words(is.path("enum"));
    if (isSent() && is.has("enum") && (!was.has("enum") || !newWords.containsAll(oldWords))) {
      broken.add("%s takes only %s, took %s".formatted(where, newWords, oldWords));
    } else if (!isSent() && was.has("enum") && !is.has("enum")) {
      broken.add("%s is no longer an enumeration".formatted(where));
    }
  }

  private void limits(String where, JsonNode was, JsonNode is) {
    for (var limit : UPPER) {
      if (is.has(limit)
          && (!was.has(limit) || is.get(limit).asDouble() < was.get(limit).asDouble())) {
        broken.add("%s has a lower %s".formatted(where, limit));
      }
    }
    for (var limit : LOWER) {
      if (is.has(limit)
          && is.get(limit).asDouble()
              > was.path(limit).asDouble(limit.equals("minimum") ? -Double.MAX_VALUE : 0)) {
        broken.add("%s has a higher %s".formatted(where, limit));
      }
    }
    if (is.has("pattern") && !is.get("pattern").equals(was.get("pattern"))) {
      broken.add("%s has another pattern".formatted(where));
    }
    if (isClosed(is) && !isClosed(was)) {
      broken.add("%s takes no further fields".formatted(where));
    }
  }

  private void properties(String where, JsonNode was, JsonNode is) {
    var required = words(was.path("required"));
    var nowRequired = words(is.path("required"));
    for (var field : was.path("properties").properties()) {
      var name = where + "." + field.getKey();
      var now = is.path("properties").path(field.getKey());
      if (now.isMissingNode()) {
        broken.add(name + " is gone");
        continue;
      }
      if (!isSent() && required.contains(field.getKey()) && !nowRequired.contains(field.getKey())) {
        broken.add(name + " may be absent");
      }
      compare(name, field.getValue(), now);
    }
    if (isSent()) {
      nowRequired.removeAll(required);
      nowRequired.forEach(name -> broken.add("%s.%s is required".formatted(where, name)));
    }
  }

  private void inner(String where, String keyword, JsonNode was, JsonNode is) {
    if (was.path(keyword).isObject() && is.path(keyword).isObject()) {
      compare(where + "[]", was.get(keyword), is.get(keyword));
    }
  }

  /** Each choice of the side that makes the value must fit one of the other's. */
  private void choices(String where, JsonNode was, JsonNode is) {
    for (var keyword : List.of("anyOf", "oneOf", "allOf")) {
      if (!was.has(keyword) && !is.has(keyword)) {
        continue;
      }
      var makers = isSent() ? was.path(keyword) : is.path(keyword);
      var takers = isSent() ? is.path(keyword) : was.path(keyword);
      for (var maker : makers) {
        var fits = takers.isEmpty() ? false : anyFits(maker, takers);
        if (!fits) {
          broken.add("%s has other choices".formatted(where));
        }
      }
      if (makers.isEmpty()) {
        broken.add("%s has other choices".formatted(where));
      }
    }
  }

  private boolean anyFits(JsonNode maker, JsonNode takers) {
    for (var taker : takers) {
      var one = isSent() ? maker : taker;
      var other = isSent() ? taker : maker;
      var trial = new SchemaChanges(before, after, direction);
      trial.compared.addAll(compared);
      trial.compare("", one, other);
      if (trial.broken.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean()
        && !schema.path("additionalProperties").asBoolean();
  }

  static JsonNode resolve(JsonNode document, JsonNode node) {
    var at = node;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }

  static Set<String> words(JsonNode textOrList) {
    var words = new TreeSet<String>();
    if (textOrList.isTextual()) {
      words.add(textOrList.asText());
    }
    textOrList.forEach(word -> words.add(word.asText()));
    return words;
  }
}
