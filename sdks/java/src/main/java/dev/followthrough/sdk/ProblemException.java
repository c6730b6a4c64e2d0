package dev.followthrough.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.sdk.model.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** What the API refused, as it said it (RFC 9457). */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String kind;
  private final transient JsonNode body;
  private final transient List<FieldError> errors;
  private final String requestId;

  ProblemException(int status, JsonNode body, List<FieldError> errors, String requestId) {
    super(message(status, body, errors));
    this.status = status;
    this.body = body;
    this.errors = errors;
    this.requestId = requestId;
    var type = body.path("type").asText("about:blank");
    kind = type.substring(type.lastIndexOf('/') + 1);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The kind of refusal without its path: {@code invalid-request}, {@code missing-scope}, … */
  public String kind() {
    return kind;
  }

  /** The whole answer; kinds may add members of their own. */
  public JsonNode body() {
    return body;
  }

  /** Each field that was refused, with the rule it breaks. */
  public List<FieldError> errors() {
    return errors;
  }

  /** The id to name when you ask about this call; null when the answer has none. */
  public String requestId() {
    return requestId;
  }

  private static String message(int status, JsonNode body, List<FieldError> errors) {
    var detail = body.path("detail").asText("");
    return status
        + " "
        + body.path("title").asText("")
        + (detail.isEmpty() ? "" : ": " + detail)
        + errors.stream()
            .map(error -> "\n  " + error.pointer() + ": " + error.detail())
            .collect(Collectors.joining());
  }
}
