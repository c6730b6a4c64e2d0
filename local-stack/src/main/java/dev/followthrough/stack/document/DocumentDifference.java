package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What differs between two documents, one sentence for each place, by its JSON pointer (RFC 6901).
 * What was removed comes first, because that is what breaks a client.
 */
public final class DocumentDifference {

  private final List<String> removed = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  private DocumentDifference() {}

  /** The differences on the way from one to the other; empty if there are none. */
  public static List<String> between(ApiDocument before, ApiDocument after) {
    var difference = new DocumentDifference();
    difference.compare("", before.json(), after.json());
    List<String> all = new ArrayList<>(difference.removed);
    all.addAll(difference.changed);
    all.addAll(difference.added);
    return all;
  }

  private void compare(String pointer, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      var names = new TreeSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        if (!after.has(name)) {
          removed.add("removed " + at);
        } else if (!before.has(name)) {
          added.add("added " + at);
        } else {
          compare(at, before.get(name), after.get(name));
        }
      }
    } else if (!before.equals(after)) {
      changed.add("changed %s from %s to %s".formatted(pointer, before, after));
    }
  }
}
