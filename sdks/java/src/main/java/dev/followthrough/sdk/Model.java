package dev.followthrough.sdk;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What goes in and comes out. */
public abstract class Model {

  @JsonIgnore private final Map<String, Object> unknown = new LinkedHashMap<>();
  @JsonIgnore private Answer answer;

  /** Members of an answer that this version of the SDK does not know. */
  public Map<String, Object> unknownMembers() {
    return Collections.unmodifiableMap(unknown);
  }

  /** What came beside this body; empty for what did not come as an answer of its own. */
  public Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  @JsonAnySetter
  void know(String name, Object value) {
    unknown.put(name, value);
  }

  void cameWith(Answer beside) {
    answer = beside;
  }
}
