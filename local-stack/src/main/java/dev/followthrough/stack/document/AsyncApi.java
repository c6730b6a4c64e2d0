package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.followthrough.events.EventCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes the AsyncAPI document of the Kafka topics: a channel for each publishing service, a message
 * for each event type that it publishes. A payload is the {@code data} of the event's webhook
 * without what the webhook adds; its example is the golden event.
 */
final class AsyncApi {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ADDED_BY_THE_WEBHOOK = List.of("sequence", "shortened");
  private static final String REF = "#/components/schemas/";

  private final ObjectNode result;
  private final JsonNode schemas;
  private final Path golden;
  private final TreeSet<String> parts = new TreeSet<>();

  private AsyncApi(ObjectNode base, JsonNode schemas, Path golden) {
    this.result = base;
    this.schemas = schemas;
    this.golden = golden;
  }

  /**
   * @param base version, info, servers, and the headers that every message has
   * @param schemas the components' schemas of the document that holds the events
   * @param golden the folder of golden events, one JSON file for each type
   */
  static ApiDocument of(JsonNode base, JsonNode schemas, Path golden) {
    return new ApiDocument(new AsyncApi(base.deepCopy(), schemas, golden).make());
  }

  private ObjectNode make() {
    var channels = result.putObject("channels");
    var operations = result.putObject("operations");
    var components = (ObjectNode) result.remove("components");
    result.set("components", components);
    for (var event : EventCatalogue.all()) {
      event.publishers().forEach(publisher -> publish(channels, operations, publisher, event));
      components.withObjectProperty("messages").set(name(event), message(event));
    }
    var used = components.withObjectProperty("schemas");
    EventCatalogue.all().forEach(event -> used.set(name(event), payload(event)));
    parts.forEach(part -> used.set(part, schemas.path(part)));
    return result;
  }

  private static void publish(
      ObjectNode channels, ObjectNode operations, String publisher, EventCatalogue.Entry event) {
    if (!channels.has(publisher)) {
      channels
          .putObject(publisher)
          .put("address", "followthrough." + publisher)
          .put("description", "What the " + publisher + " service publishes, by owner in order.");
      var send = operations.putObject("send-" + publisher).put("action", "send");
      send.putObject("channel").put("$ref", "#/channels/" + publisher);
    }
    var name = name(event);
    channels
        .withObjectProperty(publisher)
        .withObjectProperty("messages")
        .putObject(name)
        .put("$ref", "#/components/messages/" + name);
    operations
        .withObjectProperty("send-" + publisher)
        .withArrayProperty("messages")
        .addObject()
        .put("$ref", "#/channels/" + publisher + "/messages/" + name);
  }

  private JsonNode message(EventCatalogue.Entry event) {
    var message = NODES.objectNode().put("name", event.type()).put("title", name(event));
    var summary = schemas.path(name(event) + "Event").path("description");
    message.set("summary", summary);
    message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
    message.putObject("payload").put("$ref", REF + name(event));
    var example = message.putArray("examples").addObject().put("name", event.type());
    example.putObject("headers").put("ce_type", event.type());
    example.set("payload", ApiDocument.read(golden.resolve(event.type() + ".json")).json());
    return message;
  }

  private JsonNode payload(EventCatalogue.Entry event) {
    var data = schemas.path(name(event) + "Event").path("properties").path("data");
    if (!(data instanceof ObjectNode)) {
      throw new IllegalStateException("No schema of the event " + event.type());
    }
    ObjectNode payload = data.deepCopy();
    payload.withObjectProperty("properties").remove(ADDED_BY_THE_WEBHOOK);
    var required = (ArrayNode) payload.path("required");
    required.removeIf(field -> ADDED_BY_THE_WEBHOOK.contains(field.asText()));
    if (required.isEmpty()) {
      payload.remove("required");
    }
    collect(payload);
    return payload;
  }

  /** The records within it, and those within them. */
  private void collect(JsonNode node) {
    var reference = node.path("$ref").asText();
    if (reference.startsWith(REF) && parts.add(reference.substring(REF.length()))) {
      collect(schemas.path(reference.substring(REF.length())));
    }
    node.forEach(this::collect);
  }

  private static String name(EventCatalogue.Entry event) {
    return event.record().getSimpleName();
  }
}
