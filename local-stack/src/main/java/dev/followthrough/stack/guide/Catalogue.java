package dev.followthrough.stack.guide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.stack.document.ApiDocument;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the document knows of events and problems, as Markdown for the guides. */
final class Catalogue {

  private final JsonNode document;

  Catalogue(ApiDocument document) {
    this.document = document.json();
  }

  /** Each event type with its sentence and an example. */
  String events() {
    var words = new StringBuilder("\n| type | says |\n|---|---|\n");
    var examples = new StringBuilder();
    for (var webhook : document.path("webhooks").properties()) {
      var post = webhook.getValue().path("post");
      words.append(
          "| [`%s`](#%s) | %s |\n"
              .formatted(
                  webhook.getKey(), anchor(webhook.getKey()), post.path("summary").asText()));
      examples
          .append("\n### %s\n\n%s\n\n".formatted(webhook.getKey(), post.path("summary").asText()))
          .append("```json\n")
          .append(
              post.path("requestBody")
                  .path("content")
                  .path("application/json")
                  .path("example")
                  .toPrettyString())
          .append("\n```\n");
    }
    return words.append("\n## Each with an example\n").append(examples).toString();
  }

  /** Each problem type, linked to its explanation, with the operations that may answer it. */
  String problems() {
    SortedMap<String, SortedSet<String>> by = new TreeMap<>();
    for (var item : document.path("paths")) {
      for (var operation : item) {
        for (var type : operation.path("x-problem-types")) {
          by.computeIfAbsent(type.asText(), _ -> new TreeSet<>())
              .add(operation.path("operationId").asText());
        }
      }
    }
    int operations = count();
    var words = new StringBuilder("\n| type | may be answered by |\n|---|---|\n");
    by.forEach(
        (type, ids) ->
            words.append(
                "| [`%s`](/problems/%s) | %s |\n"
                    .formatted(
                        type,
                        type,
                        ids.size() > operations / 3
                            ? "most operations"
                            : "`" + String.join("` `", ids) + "`")));
    return words.toString();
  }

  private int count() {
    int operations = 0;
    for (var item : document.path("paths")) {
      for (var operation : item) {
        operations += operation.has("operationId") ? 1 : 0;
      }
    }
    return operations;
  }

  private static String anchor(String type) {
    return type.replace(".", "");
  }
}
