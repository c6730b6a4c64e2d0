package dev.followthrough.stack.command;

import dev.followthrough.stack.rehearsal.Rehearsal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "prepare",
    description = "Rehearses a start, so that the next ones take half the time.")
final class PrepareCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    int made = new Rehearsal(Context.project()).run();
    return made > 0 ? 0 : 1;
  }
}
