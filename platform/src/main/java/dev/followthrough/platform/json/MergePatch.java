package dev.followthrough.platform.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change by RFC 7396: what it does not name stays, {@code null} clears. It is applied to the
 * fields as they are now, and the result must be as good as a new one: the same fields, types and
 * limits.
 *
 * @param <T> the fields that can be changed, as a record
 */
public final class MergePatch<T> {

  @Schema(hidden = true)
  private final ObjectNode patch;

  @Schema(hidden = true)
  private final JavaType type;

  @Schema(hidden = true)
  private final StrictJson json;

  /** Never set: the document reads from it whose fields a patch may name. */
  private T fields;

  MergePatch(ObjectNode patch, JavaType type, StrictJson json) {
    this.patch = patch;
    this.type = type;
    this.json = json;
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException with every fault of the patch and
   *     of what it would lead to
   */
  public T applyTo(T current) {
    return json.patch(patch, current, type);
  }

  /** Whether the patch sets or clears this field of the top level. */
  public boolean names(String field) {
    return patch.has(field);
  }

  static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var result =
        target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                result.remove(change.getKey());
              } else {
                var before = result.get(change.getKey());
                result.set(change.getKey(), merge(before, change.getValue()));
              }
            });
    return result;
  }
}
