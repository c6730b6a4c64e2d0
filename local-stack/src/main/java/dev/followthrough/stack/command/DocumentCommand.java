package dev.followthrough.stack.command;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.document.DocumentDifference;
import dev.followthrough.stack.document.EmittedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "document",
    description =
        "Writes api/openapi.yaml and .json, and api/asyncapi.yaml, from what the services' builds left.")
final class DocumentCommand implements Callable<Integer> {

  @Option(
      names = "--release",
      description =
          "Also keep it as api/released.json: from now on a test refuses what would break its"
              + " clients.")
  private boolean release;

  @Override
  public Integer call() throws Exception {
    Path json = Context.project().resolve("api/openapi.json");
    int result = write(json);
    if (release) {
      Path released = json.resolveSibling("released.json");
      Files.copy(json, released, StandardCopyOption.REPLACE_EXISTING);
      System.out.println("Released: " + released);
    }
    return result;
  }

  private static int write(Path json) throws IOException {
    Optional<ApiDocument> before =
        Files.exists(json) ? Optional.of(ApiDocument.read(json)) : Optional.empty();
    List<Path> written = EmittedDocuments.write(Context.project());
    if (written.isEmpty()) {
      System.out.println("api/ is up to date.");
      return 0;
    }
    before.ifPresent(
        document ->
            DocumentDifference.between(document, ApiDocument.read(json))
                .forEach(System.out::println));
    written.forEach(file -> System.out.println("Written: " + file));
    return 0;
  }
}
