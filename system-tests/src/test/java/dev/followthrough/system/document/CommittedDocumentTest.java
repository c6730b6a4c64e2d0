package dev.followthrough.system.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.document.DocumentDifference;
import dev.followthrough.stack.document.EmittedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the committed document against the one that this build's services emit. */
class CommittedDocumentTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  @Test
  void the_committed_document_is_what_the_services_emit() throws IOException {
    var emitted = EmittedDocuments.merged(PROJECT);
    var committed = ApiDocument.read(PROJECT.resolve("api/openapi.json"));

    assertThat(DocumentDifference.between(committed, emitted))
        .as("changes to api/; if they are meant: ./followthrough document")
        .isEmpty();
    assertThat(Files.readString(PROJECT.resolve("api/openapi.yaml"))).isEqualTo(emitted.yamlText());
  }

  @Test
  void the_committed_document_of_the_topics_is_what_the_events_are() throws IOException {
    assertThat(Files.readString(PROJECT.resolve("api/asyncapi.yaml")))
        .as("if the change is meant: ./followthrough document")
        .isEqualTo(EmittedDocuments.asyncApi(PROJECT).yamlText());
  }
}
