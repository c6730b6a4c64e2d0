package dev.followthrough.stack.command;

import dev.followthrough.stack.home.StackSettings;
import java.io.Console;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reset",
    description = "Stops everything and deletes all its data, keys and logs, after asking.")
final class ResetCommand implements Callable<Integer> {

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    StackSettings settings = Context.settings();
    if (Files.notExists(settings.data())) {
      System.out.println("There is no data in " + settings.data() + ".");
      return 0;
    }
    if (!yes && !confirmed(settings)) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    DownCommand.stop(settings.data());
    FileUtils.deleteDirectory(settings.data().toFile());
    System.out.println("Deleted " + settings.data() + ".");
    return 0;
  }

  private static boolean confirmed(StackSettings settings) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      System.out.println("Without a terminal to ask on, this needs --yes.");
      return false;
    }
    String answer =
        console.readLine("Delete everything in %s? Type yes to do so: ", settings.data());
    return "yes".equals(answer);
  }
}
