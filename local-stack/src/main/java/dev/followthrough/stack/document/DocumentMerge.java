package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one OpenAPI document of the services' documents. Each path item says its service in {@code
 * x-service}; {@code x-problem-types} says which services can explain a type of problem. What
 * several services state alike is stated once, schemas that nothing names are left out; one name
 * with two meanings (a component, a webhook, a tag, a path, an operation id) is refused, and all
 * such names are told at once. The result depends on the content alone, not on the order in which
 * it was found.
 */
public final class DocumentMerge {

  private static final String PROBLEM_TYPES = "x-problem-types";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SortedMap<String, JsonNode> paths = new TreeMap<>();
  private final SortedMap<String, JsonNode> webhooks = new TreeMap<>();
  private final SortedMap<String, JsonNode> tags = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, JsonNode>> components = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> problemTypes = new TreeMap<>();
  private final Map<String, String> firstToSay = new HashMap<>();
  private final List<String> conflicts = new ArrayList<>();

  private DocumentMerge() {}

  /** Merges documents given by service name; {@code base} gives the version, info and servers. */
  public static ApiDocument merge(JsonNode base, SortedMap<String, JsonNode> documents) {
    var merge = new DocumentMerge();
    documents.forEach(merge::add);
    if (!merge.conflicts.isEmpty()) {
      throw new DocumentConflict(merge.conflicts);
    }
    return new ApiDocument(merge.result(base));
  }

  private void add(String service, JsonNode document) {
    document.path("paths").properties().forEach(p -> addPath(service, p.getKey(), p.getValue()));
    document
        .path("webhooks")
        .properties()
        .forEach(w -> once(service, "webhook", w.getKey(), w.getValue(), webhooks));
    for (JsonNode tag : document.path("tags")) {
      once(service, "tag", tag.path("name").asText(), tag, tags);
    }
    for (var kind : document.path("components").properties()) {
      var ofKind = components.computeIfAbsent(kind.getKey(), _ -> new TreeMap<>());
      String what = "component " + kind.getKey();
      kind.getValue()
          .properties()
          .forEach(c -> once(service, what, c.getKey(), c.getValue(), ofKind));
    }
  }

  private void addPath(String service, String path, JsonNode item) {
    String shape = path.replaceAll("\\{[^}]*}", "{}");
    String other = firstToSay.putIfAbsent("path " + shape, service);
    if (other != null) {
      conflicts.add("path %s is in both %s and %s".formatted(path, other, service));
    }
    ObjectNode owned = NODES.objectNode();
    owned.put("x-service", service);
    owned.setAll((ObjectNode) item);
    paths.put(path, owned);
    for (JsonNode operation : item) {
      String id = operation.path("operationId").asText();
      String user = id.isEmpty() ? null : firstToSay.putIfAbsent("operationId " + id, service);
      if (user != null) {
        conflicts.add("operationId %s is used twice, in %s and %s".formatted(id, user, service));
      }
      for (JsonNode name : operation.path(PROBLEM_TYPES)) {
        problemTypes.computeIfAbsent(name.asText(), _ -> new TreeSet<>()).add(service);
      }
    }
  }

  private void once(
      String service, String what, String name, JsonNode value, Map<String, JsonNode> known) {
    JsonNode before = known.putIfAbsent(name, value);
    String first = firstToSay.putIfAbsent(what + " " + name, service);
    if (before != null && !before.equals(value)) {
      conflicts.add("%s %s differs between %s and %s".formatted(what, name, first, service));
    }
  }

  private ObjectNode result(JsonNode base) {
    ObjectNode result = base.deepCopy();
    if (!problemTypes.isEmpty()) {
      ObjectNode types = result.putObject(PROBLEM_TYPES);
      problemTypes.forEach((name, services) -> services.forEach(types.withArray(name)::add));
    }
    tags.values().forEach(result.withArray("tags")::add);
    result.set("paths", NODES.objectNode().setAll(paths));
    if (!webhooks.isEmpty()) {
      result.set("webhooks", NODES.objectNode().setAll(webhooks));
    }
    ObjectNode kinds = result.putObject("components");
    components.forEach((kind, all) -> kinds.set(kind, NODES.objectNode().setAll(all)));
    UnusedSchemas.drop(result);
    return result;
  }
}
