package dev.followthrough.stack.command;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.infra.PrivateFiles;
import dev.followthrough.stack.issuer.TokenIssuer;
import dev.followthrough.stack.supervise.Progress;
import dev.followthrough.stack.supervise.StackLock;
import dev.followthrough.stack.supervise.StartCaches;
import dev.followthrough.stack.supervise.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts everything, and stops it again on Ctrl-C or 'down'.")
final class UpCommand implements Callable<Integer> {

  @Option(
      names = {"-b", "--background"},
      description = "Return when everything is ready, and leave it running until 'down'.")
  private boolean background;

  // set by the launcher; tests and benches start stacks whose processor time is not to be shared
  @Option(names = "--rehearse", hidden = true)
  private boolean rehearse;

  @Override
  public Integer call() throws Exception {
    StackSettings settings = Context.settings();
    PrivateFiles.createFolder(settings.data());
    Files.createDirectories(settings.logs());
    return background ? new BackgroundUp(settings, rehearse).run() : foreground(settings);
  }

  private int foreground(StackSettings settings) throws Exception {
    if (!StackLock.take(settings.data())) {
      throw new Refusal(alreadyRunning(settings));
    }
    var progress = new Progress(System.out);
    var supervisor = new Supervisor(settings, progress, StartCaches.use(settings.project()));
    var rehearsal = new BackgroundRehearsal(settings);
    var end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  rehearsal.stop();
                  if (supervisor.hasStarted()) {
                    progress.say("Stopping …");
                    supervisor.stop();
                    progress.say("Stopped. The data is kept in " + settings.data() + ".");
                  }
                  end.countDown();
                },
                "stack-stop"));
    progress.say("Starting (data and logs in " + settings.data() + ")");
    try {
      supervisor.start();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : e;
    }
    welcome(settings, progress);
    supervisor.noteReady();
    if (rehearse) {
      rehearsal.startIfNeeded();
    }
    end.await();
    return 0;
  }

  private static void welcome(StackSettings settings, Progress progress) throws IOException {
    String token =
        TokenIssuer.at(settings.issuerKey())
            .mint("demo", "followthrough-cli", TokenIssuer.ALL_SCOPES, Duration.ofDays(1));
    progress.say(
        """

        Ready after %.1f s.

        API        %s
        Reference  %s/docs
        Token      (owner "demo", all scopes, one day)
        %s

        Ctrl-C or ./followthrough down stops everything."""
            .formatted(
                progress.elapsedMillis() / 1000.0, settings.baseUrl(), settings.baseUrl(), token));
  }

  static String alreadyRunning(StackSettings settings) {
    return StackState.read(settings.data())
        .map(
            state ->
                "Already running at %s (process %d). ./followthrough status shows its pieces, ./followthrough down stops it."
                    .formatted(state.baseUrl(), state.supervisor().pid()))
        .orElse("Already starting, by another ./followthrough up on " + settings.data() + ".");
  }
}
