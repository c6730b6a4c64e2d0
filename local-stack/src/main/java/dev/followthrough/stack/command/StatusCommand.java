package dev.followthrough.stack.command;

import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import dev.followthrough.stack.infra.PostgresProcess;
import dev.followthrough.stack.supervise.Readiness;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    description = "Shows each piece, whether it is well, and its memory. Exits 0 if all are well.")
final class StatusCommand implements Callable<Integer> {

  private final Readiness readiness = new Readiness();
  private boolean allWell = true;

  @Override
  public Integer call() {
    StackSettings settings = Context.settings();
    Optional<StackState> noted = StackState.read(settings.data());
    if (noted.isEmpty()) {
      System.out.println("Not running. ./followthrough up starts it.");
      return 1;
    }
    StackState state = noted.get();
    System.out.printf("%-14s %-10s %8s  %10s  %s%n", "piece", "state", "process", "memory", "at");
    show(state.supervisor(), "gateway", state.baseUrl(), "/openapi.json");
    for (Piece child : state.children()) {
      if (child.name().equals("infra")) {
        show(child, "kafka", "127.0.0.1:" + settings.ports().kafka(), null);
        showPostgres(settings);
      } else {
        String url = settings.url(settings.ports().byPiece().get(child.name()));
        show(child, child.name(), url, "/q/health/ready");
      }
    }
    if (!allWell) {
      System.out.println("Logs: " + settings.logs());
    }
    return allWell ? 0 : 1;
  }

  private void show(Piece piece, String name, String at, String healthPath) {
    Optional<ProcessHandle> process = piece.process();
    String health = "gone";
    if (process.isPresent()) {
      boolean well = healthPath == null || readiness.isReady(at + healthPath);
      health = well ? "ready" : "not ready";
    }
    line(name, health, process, at);
  }

  private void showPostgres(StackSettings settings) {
    Optional<ProcessHandle> postgres = PostgresProcess.find(settings.data());
    line(
        "postgres",
        postgres.isPresent() ? "ready" : "gone",
        postgres,
        "127.0.0.1:" + settings.ports().postgres());
  }

  private void line(String name, String health, Optional<ProcessHandle> process, String at) {
    allWell &= health.equals("ready");
    System.out.printf(
        "%-14s %-10s %8s  %10s  %s%n",
        name,
        health,
        process.map(p -> Long.toString(p.pid())).orElse("-"),
        process.map(p -> ProcessMemory.megabytes(p) + " MB").orElse("-"),
        at);
  }
}
