package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the agreement's three commitments, with the words that the demo gives it. */
record DemoCommitment(String id, String kind, String promiser) {

  static DemoCommitment of(JsonNode json) {
    return new DemoCommitment(
        json.path("id").asText(), json.path("kind").asText(), json.path("promiser").asText());
  }

  boolean isShared() {
    return kind.equals("shared");
  }

  boolean isHers() {
    return !isShared() && !promiser.equals("owner");
  }

  String what() {
    if (isShared()) {
      return "the shared commitment";
    }
    return isHers() ? "Ada's commitment" : "our commitment";
  }

  String words() {
    if (isShared()) {
      return "Write one page about bicycles together";
    }
    return isHers() ? "Send the address of the bicycle maker" : "Send the article on gears";
  }
}
