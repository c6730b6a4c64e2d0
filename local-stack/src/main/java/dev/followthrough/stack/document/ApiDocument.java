package dev.followthrough.stack.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The product's one OpenAPI document, merged from the services' and committed under {@code api/}.
 */
public record ApiDocument(JsonNode json) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /** The document this was built with. */
  public static ApiDocument committed() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException(
            "There is no api/openapi.json in this build; ./followthrough document writes it.");
      }
      return new ApiDocument(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this is what this was built with. */
  public static boolean isCommitted(ApiDocument document) {
    return ApiDocument.class.getResource("openapi.json") != null && committed().equals(document);
  }

  /** The document in a JSON file. */
  public static ApiDocument read(Path file) {
    try {
      return new ApiDocument(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As indented JSON, with a line end at the end. */
  public String jsonText() {
    return text(JSON) + "\n";
  }

  /** As YAML. */
  public String yamlText() {
    return text(YAML);
  }

  private String text(ObjectMapper mapper) {
    try {
      return mapper.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
