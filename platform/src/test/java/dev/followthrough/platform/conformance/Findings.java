package dev.followthrough.platform.conformance;

import java.util.ArrayList;
import java.util.List;

/** Everything that is not as it should be, told together at the end. */
final class Findings {

  private final List<String> all = new ArrayList<>();
  private int checked;

  void add(String operation, String check, String what) {
    all.add("%s, %s: %s".formatted(operation, check, what));
  }

  void checked() {
    checked++;
  }

  int answers() {
    return checked;
  }

  List<String> all() {
    return all;
  }

  /** What holds for any answer to any call. */
  Answer answered(ApiOperation operation, String check, Call call) {
    checked++;
    var answer = call.send();
    judge(operation, check, call, answer);
    return answer;
  }

  void judge(ApiOperation operation, String check, Call call, Answer answer) {
    if (answer.status() >= 500) {
      add(operation.id(), check, "a server error: " + answer);
    }
    if (answer.header("X-Request-Id").isEmpty()) {
      add(operation.id(), check, "no X-Request-Id");
    }
    if (answer.status() != 405 && !operation.documents(answer.status())) {
      add(operation.id(), check, "the document does not know this status: " + answer);
    }
    if (answer.status() >= 400) {
      problem(operation, check, call, answer);
    }
  }

  void expect(ApiOperation operation, String check, Call call, int status, String type) {
    var answer = answered(operation, check, call);
    expect(operation, check, answer, status, type);
  }

  void expect(ApiOperation operation, String check, Answer answer, int status, String type) {
    if (answer.status() != status) {
      add(operation.id(), check, "expected %d, got %s".formatted(status, answer));
    } else if (type != null && !answer.json().path("type").asText().equals("/problems/" + type)) {
      add(operation.id(), check, "expected the problem %s, got %s".formatted(type, answer));
    }
  }

  private void problem(ApiOperation operation, String check, Call call, Answer answer) {
    var json = answer.json();
    var type = json.path("type").asText();
    if (!answer.isProblem()
        || !type.startsWith("/problems/")
        || json.path("title").asText().isBlank()
        || json.path("status").asInt() != answer.status()
        || json.path("instance").asText().isBlank()) {
      add(operation.id(), check, "is not a problem of RFC 9457: " + answer);
    } else if (answer.status() != 405
        && !operation.documentsProblem(type.substring("/problems/".length()))) {
      add(operation.id(), check, "the document does not know this problem type: " + answer);
    }
    if (answer.status() == 400 && json.path("errors").isEmpty()) {
      add(operation.id(), check, "names no fault: " + answer);
    }
    for (var header : new String[] {"stackTrace", "exception", "java."}) {
      if (json.path("detail").asText().contains(header)) {
        add(operation.id(), check, "shows its inside: " + answer);
      }
    }
  }
}
