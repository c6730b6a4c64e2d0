package dev.followthrough.stack.command;

import dev.followthrough.stack.document.DocumentConflict;
import dev.followthrough.stack.home.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher that run in Java. */
@Command(
    name = "./followthrough",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      ResetCommand.class,
      DocumentCommand.class,
      RedriveCommand.class,
      PrepareCommand.class
    })
public final class StackCommand {

  private StackCommand() {}

  /** Runs a command line; returns the exit code. */
  public static int run(String... arguments) {
    var line = new CommandLine(new StackCommand());
    line.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
    line.setExecutionExceptionHandler(
        (e, _, _) -> {
          if (e instanceof Refusal || e instanceof DocumentConflict) {
            System.err.println(e.getMessage());
          } else {
            e.printStackTrace();
          }
          return 1;
        });
    return line.execute(arguments);
  }
}
