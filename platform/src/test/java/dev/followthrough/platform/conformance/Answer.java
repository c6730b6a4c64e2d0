package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the service under test. */
record Answer(HttpResponse<byte[]> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  byte[] bytes() {
    return response.body();
  }

  boolean isProblem() {
    return header("Content-Type").orElse("").startsWith("application/problem+json");
  }

  JsonNode json() {
    try {
      return bytes().length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  boolean hasFaultAt(String pointer) {
    for (var error : json().path("errors")) {
      if (error.path("pointer").asText().equals(pointer)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    var body = new String(bytes(), StandardCharsets.UTF_8);
    return status() + " " + (body.length() > 400 ? body.substring(0, 400) + "…" : body);
  }
}
