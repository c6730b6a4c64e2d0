package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a valid call of an operation needs beside the example body that its document shows: the ids
 * of things that exist, and what must be edited in that body to name them.
 */
public final class Example {

  private final Map<String, String> path = new TreeMap<>();
  private final Map<String, String> query = new TreeMap<>();
  private Consumer<ObjectNode> edit = _ -> {};
  private UnaryOperator<String> editText = text -> text;

  private Example() {}

  public static Example of() {
    return new Example();
  }

  /** A path parameter. */
  public Example path(String name, Object value) {
    path.put(name, value.toString());
    return this;
  }

  /** A query parameter that the call needs. */
  public Example query(String name, Object value) {
    query.put(name, value.toString());
    return this;
  }

  /** Changes the document's example body, so that it names things that exist. */
  public Example body(Consumer<ObjectNode> edit) {
    this.edit = edit;
    return this;
  }

  /** Changes the document's example of a body that is a text. */
  public Example text(UnaryOperator<String> edit) {
    this.editText = edit;
    return this;
  }

  Map<String, String> path() {
    return path;
  }

  Map<String, String> query() {
    return query;
  }

  String edit(String text) {
    return editText.apply(text);
  }

  void edit(ObjectNode body) {
    edit.accept(body);
  }
}
