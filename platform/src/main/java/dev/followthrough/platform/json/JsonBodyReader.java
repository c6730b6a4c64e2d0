package dev.followthrough.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.followthrough.platform.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * The one way of a JSON body into a resource method. It is asked for every media type, because a
 * request without a body names none; a body that does not say what it is is refused here.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class JsonBodyReader implements MessageBodyReader<Object> {

  public static final String MERGE_PATCH = "application/merge-patch+json";

  private final StrictJson json;
  private final RequestFingerprint fingerprint;
  private final HttpLimits limits;

  JsonBodyReader(StrictJson json, RequestFingerprint fingerprint, HttpLimits limits) {
    this.json = json;
    this.fingerprint = fingerprint;
    this.limits = limits;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord()
        || type.getName().equals(MergePatch.class.getName())
        || JsonNode.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    var body = stream.readNBytes(limits.maxBody() + 1);
    if (body.length > limits.maxBody()) {
      throw Problems.TOO_LARGE
          .because("The body may have %d bytes at most.".formatted(limits.maxBody()))
          .header("Connection", "close");
    }
    fingerprint.of(body);
    if (body.length > 0 && !headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw Problems.UNSUPPORTED_MEDIA_TYPE.because("The body must say that it is JSON.");
    }
    var tree = json.parse(body);
    if (tree == null || tree.isNull()) {
      if (tree == null && Arrays.stream(annotations).anyMatch(OptionalBody.class::isInstance)) {
        return null;
      }
      throw Problems.invalid("", "required", "a JSON object is required");
    }
    if (!type.getName().equals(MergePatch.class.getName())) {
      return json.bind(tree, genericType);
    }
    if (!(tree instanceof ObjectNode patch)) {
      throw Problems.invalid("", "type", "must be an object");
    }
    var fields = ((ParameterizedType) genericType).getActualTypeArguments()[0];
    return new MergePatch<>(patch, json.type(fields), json);
  }
}
