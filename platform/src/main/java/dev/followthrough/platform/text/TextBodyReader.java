package dev.followthrough.platform.text;

import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.json.RequestFingerprint;
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
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one way of a text into a resource method, as strict about its characters as that of JSON. */
@Provider
@Consumes(MediaType.WILDCARD)
public class TextBodyReader implements MessageBodyReader<TextBody> {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RequestFingerprint fingerprint;

  TextBodyReader(RequestFingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == TextBody.class;
  }

  @Override
  public TextBody readFrom(
      Class<TextBody> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    int most = most(annotations);
    var body = stream.readNBytes(most + 1);
    if (body.length > most) {
      throw Problems.TOO_LARGE
          .because("The body may have %d bytes at most.".formatted(most))
          .header("Connection", "close");
    }
    fingerprint.of(body);
    if (body.length > 0 && !headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw Problems.UNSUPPORTED_MEDIA_TYPE.because("The body must say what it is.");
    }
    return new TextBody(checked(decoded(body)));
  }

  private static int most(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(MostBytes.class::isInstance)
        .map(MostBytes.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a TextBody without @MostBytes"))
        .value();
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problems.invalid("", "utf-8", "the body must be well-formed UTF-8");
    }
  }

  private static String checked(String decoded) {
    var text =
        decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(BYTE_ORDER_MARK.length()) : decoded;
    if (text.isBlank()) {
      throw Problems.invalid("", "required", "a body is required");
    }
    var faults = new Faults();
    faults.text("", text);
    faults.refuse();
    return text;
  }
}
