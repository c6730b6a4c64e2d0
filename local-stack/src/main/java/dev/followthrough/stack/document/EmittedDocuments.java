package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The documents that the services' builds left in {@code <service>-service/target/openapi}. */
public final class EmittedDocuments {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EmittedDocuments() {}

  /** Merges what the builds below the project's folder emitted. */
  public static ApiDocument merged(Path project) {
    var documents = new TreeMap<String, JsonNode>();
    for (String service : DatabaseBootstrap.SERVICES) {
      Path file = file(project, service);
      if (Files.notExists(file)) {
        throw new IllegalStateException(
            "There is no %s; build %s-service first.".formatted(file, service));
      }
      documents.put(service, ApiDocument.read(file).json());
    }
    try (InputStream base = EmittedDocuments.class.getResourceAsStream("base.json")) {
      return DocumentMerge.merge(MAPPER.readTree(base), documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether every service's build has left a document. */
  public static boolean exist(Path project) {
    return DatabaseBootstrap.SERVICES.stream().allMatch(s -> Files.exists(file(project, s)));
  }

  /** Writes the merged document to {@code api/}; returns the files that changed. */
  public static List<Path> write(Path project) throws IOException {
    ApiDocument merged = merged(project);
    List<Path> changed = new ArrayList<>();
    writeIfChanged(project.resolve("api/openapi.json"), merged.jsonText(), changed);
    writeIfChanged(project.resolve("api/openapi.yaml"), merged.yamlText(), changed);
    writeIfChanged(project.resolve("api/asyncapi.yaml"), asyncApi(project).yamlText(), changed);
    return changed;
  }

  /** The AsyncAPI document: the notifications' build leaves the schema of every event. */
  public static ApiDocument asyncApi(Path project) throws IOException {
    try (InputStream base = EmittedDocuments.class.getResourceAsStream("asyncapi-base.json")) {
      return AsyncApi.of(
          MAPPER.readTree(base),
          ApiDocument.read(file(project, "notifications")).json().at("/components/schemas"),
          project.resolve("events/src/test/resources/golden"));
    }
  }

  private static Path file(Path project, String service) {
    return project.resolve(service + "-service/target/openapi/openapi.json");
  }

  private static void writeIfChanged(Path file, String text, List<Path> changed)
      throws IOException {
    if (Files.notExists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      changed.add(file);
    }
  }
}
