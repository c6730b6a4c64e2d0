package dev.followthrough.stack.command;

import dev.followthrough.stack.document.EmittedDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "document",
    description = "Writes api/openapi.yaml and .json from the services' built documents.")
final class DocumentCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    List<Path> changed = EmittedDocuments.write(Context.project());
    System.out.println(
        changed.isEmpty() ? "api/ is up to date." : "Written: " + changed + "; look at the diff.");
    return 0;
  }
}
