package dev.followthrough.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call as the operations describe it. */
public final class Call {

  final String method;
  final String accept;
  final CallOptions options;
  private final String path;
  private final Map<String, Object> query;
  final Object body;
  final String contentType;

  private final Builder from;

  private Call(Builder from, Map<String, Object> query) {
    method = from.method;
    accept = from.accept;
    options = from.options;
    path = from.path;
    body = from.body;
    contentType = from.contentType;
    this.query = query;
    this.from = from;
  }

  /** Begins a call; {@code path} names its parameters in braces. */
  public static Builder of(String method, String path, String accept, CallOptions options) {
    return new Builder(method, path, accept, options);
  }

  Call at(String cursor) {
    var further = new LinkedHashMap<>(query);
    further.put("cursor", cursor);
    return new Call(from, further);
  }

  /** Path and query. */
  String target() {
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, value) -> {
          Iterable<?> values = value instanceof Iterable<?> many ? many : single(value);
          for (Object one : values) {
            pairs.add(encoded(name) + "=" + encoded(one.toString()));
          }
        });
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static List<Object> single(Object value) {
    return value == null ? List.of() : List.of(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Collects what a call says. */
  public static final class Builder {

    private final String method;
    private String path;
    private final String accept;
    private final CallOptions options;
    private final Map<String, Object> query = new LinkedHashMap<>();
    private Object body;
    private String contentType;

    private Builder(String method, String path, String accept, CallOptions options) {
      this.method = method;
      this.path = path;
      this.accept = accept;
      this.options = options;
    }

    public Builder path(String name, Object value) {
      path = path.replace("{" + name + "}", encoded(value.toString()));
      return this;
    }

    public Builder query(Map<String, Object> parameters) {
      query.putAll(parameters);
      return this;
    }

    public Builder body(Object sent, String type) {
      body = sent;
      contentType = type;
      return this;
    }

    public Call done() {
      return new Call(this, query);
    }
  }
}
