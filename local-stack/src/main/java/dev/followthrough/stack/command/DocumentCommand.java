package dev.followthrough.stack.command;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.document.DocumentDifference;
import dev.followthrough.stack.document.EmittedDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "document",
    description = "Writes api/openapi.yaml and .json from the services' built documents.")
final class DocumentCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    Path json = Context.project().resolve("api/openapi.json");
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
