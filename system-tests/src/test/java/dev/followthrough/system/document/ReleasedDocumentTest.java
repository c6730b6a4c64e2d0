package dev.followthrough.system.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.document.BreakingChanges;
import dev.followthrough.stack.document.EmittedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds this build's document against that of the last release, for which clients were written. */
class ReleasedDocumentTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Path RELEASED = PROJECT.resolve("api/released.json");

  @Test
  void nothing_breaks_a_client_of_the_last_release() throws IOException {
    assertThat(Files.exists(RELEASED))
        .as(
            "api/released.json is there since the first release: ./followthrough document --release")
        .isEqualTo(hasRelease());
    if (hasRelease()) {
      var broken =
          BreakingChanges.between(ApiDocument.read(RELEASED), EmittedDocuments.merged(PROJECT));
      assertThat(broken).isEmpty();
    }
  }

  /** The changelog has a heading for each version; what is not out yet says so. */
  private static boolean hasRelease() throws IOException {
    try (var lines = Files.lines(PROJECT.resolve("CHANGELOG.md"))) {
      return lines.anyMatch(line -> line.startsWith("## ") && !line.contains("unreleased"));
    }
  }
}
