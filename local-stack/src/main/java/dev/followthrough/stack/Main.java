package dev.followthrough.stack;

import dev.followthrough.stack.command.StackCommand;
import dev.followthrough.stack.infra.QuietLogging;

/** What the launcher {@code ./followthrough} starts. */
public final class Main {

  private Main() {}

  /** Runs the command; the exit code is 0 only if it did what was asked. */
  public static void main(String[] arguments) {
    QuietLogging.install();
    System.exit(StackCommand.run(arguments));
  }
}
