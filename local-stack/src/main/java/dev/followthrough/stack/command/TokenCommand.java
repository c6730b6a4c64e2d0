package dev.followthrough.stack.command;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.PrivateFiles;
import dev.followthrough.stack.issuer.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Prints an access token for an owner of the local stack.")
final class TokenCommand implements Callable<Integer> {

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      defaultValue = "demo",
      description = "Whose network it opens; any name makes an owner. Default: ${DEFAULT-VALUE}.")
  private String owner;

  @Option(
      names = "--scopes",
      paramLabel = "SCOPES",
      description = "What it allows, separated by commas or spaces. Default: everything.")
  private String scopes;

  @Option(
      names = "--client",
      paramLabel = "NAME",
      defaultValue = "followthrough-cli",
      description = "The client that uses it. Default: ${DEFAULT-VALUE}.")
  private String client;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "1440",
      description = "How long it is valid. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Override
  public Integer call() throws Exception {
    if (owner.isBlank()) {
      throw new Refusal("--owner needs a name.");
    }
    StackSettings settings = Context.settings();
    PrivateFiles.createFolder(settings.data());
    System.out.println(
        TokenIssuer.at(settings.issuerKey())
            .mint(owner, client, requested(), Duration.ofMinutes(minutes)));
    return 0;
  }

  private List<String> requested() {
    if (scopes == null) {
      return TokenIssuer.ALL_SCOPES;
    }
    List<String> asked =
        List.of(scopes.strip().split("[\\s,]+")).stream().filter(s -> !s.isEmpty()).toList();
    for (String scope : asked) {
      if (!TokenIssuer.ALL_SCOPES.contains(scope)) {
        throw new Refusal(
            "There is no scope \"%s\". The scopes are: %s."
                .formatted(scope, String.join(", ", TokenIssuer.ALL_SCOPES)));
      }
    }
    return asked;
  }
}
