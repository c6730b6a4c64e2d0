package dev.followthrough.notifications.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Set;

/**
 * The body of a webhook: {@code {"type", "timestamp", "data": {…the event's facts, "sequence"}}},
 * under 20 kB of UTF-8. Of two events about one thing the later has the higher sequence. Where
 * words would make it larger they are cut, marked by an ellipsis and by {@code "shortened": true},
 * and where that is not enough, so are the ends of long lists.
 */
final class MessageBody {

  static final int LARGEST = 20_000;
  private static final int[] CUTS = {1000, 500, 250, 120, 60, 40, 20, 10};
  private static final int[] ITEMS = {200, 100, 50, 20, 10, 5};
  private static final int LONGER_THAN_IDS = 40;
  private static final Set<String> WORDS = Set.of("text", "name");
  private static final JsonMapper JSON = new JsonMapper();

  private MessageBody() {}

  static String render(String type, Instant time, String facts, long sequence) {
    try {
      var data = (ObjectNode) JSON.readTree(facts);
      data.put("sequence", sequence);
      var message = JSON.createObjectNode();
      message.put("type", type);
      message.put("timestamp", time.toString());
      message.set("data", data);
      var text = JSON.writeValueAsString(message);
      for (var i = 0; i < CUTS.length && isTooLarge(text); i++) {
        data.put("shortened", true);
        cut(data, CUTS[i]);
        text = JSON.writeValueAsString(message);
      }
      for (var i = 0; i < ITEMS.length && isTooLarge(text); i++) {
        keepFirst(data, ITEMS[i]);
        text = JSON.writeValueAsString(message);
      }
      if (isTooLarge(text)) {
        throw new IllegalArgumentException(type + " is too large for a webhook");
      }
      return text;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the facts of " + type + " are no JSON", e);
    }
  }

  private static boolean isTooLarge(String text) {
    return text.getBytes(UTF_8).length >= LARGEST;
  }

  private static void keepFirst(JsonNode node, int items) {
    if (node instanceof ArrayNode array) {
      while (array.size() > items) {
        array.remove(array.size() - 1);
      }
    }
    node.forEach(child -> keepFirst(child, items));
  }

  private static void cut(JsonNode node, int length) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  field -> {
                    var isWords = length >= LONGER_THAN_IDS || WORDS.contains(field.getKey());
                    field.setValue(shorter(field.getValue(), length, isWords));
                  });
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          array.set(i, shorter(array.get(i), length, length >= LONGER_THAN_IDS));
        }
      }
      default -> {}
    }
  }

  private static JsonNode shorter(JsonNode value, int length, boolean isWords) {
    if (!(value instanceof TextNode text)) {
      cut(value, length);
      return value;
    }
    var words = text.textValue();
    if (!isWords || words.codePointCount(0, words.length()) <= length) {
      return value;
    }
    return TextNode.valueOf(words.substring(0, words.offsetByCodePoints(0, length - 1)) + "…");
  }
}
