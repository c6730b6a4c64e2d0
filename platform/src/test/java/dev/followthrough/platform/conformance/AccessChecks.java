package dev.followthrough.platform.conformance;

import dev.followthrough.platform.testing.Tokens;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who may call: tokens, scopes, other owners, ids that nobody has. */
record AccessChecks(ApiOperation operation, Supplier<Call> valid, Findings findings) {

  void run(String owner, Example example) {
    if (operation.isPublic()) {
      tokensDoNotMatter();
    } else {
      tokens(owner, example);
    }
    for (var parameter : operation.parameters("path")) {
      path(example, parameter.path("name").asText(), "not-an-id");
      path(example, parameter.path("name").asText(), "\0");
      path(example, parameter.path("name").asText(), "x".repeat(2000));
      if (parameter.path("schema").path("format").asText().equals("uuid")) {
        path(example, parameter.path("name").asText(), UUID.randomUUID().toString());
      }
    }
  }

  /** What is answered to nobody is answered to anybody, whatever token comes with it. */
  private void tokensDoNotMatter() {
    for (var token :
        new String[] {null, "abc.def.ghi", Tokens.of("stranger-" + UUID.randomUUID())}) {
      var check = token == null ? "no token" : "a token that does not matter";
      var answer = findings.answered(operation, check, valid.get().token(token));
      if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
        findings.add(operation.id(), check, "needs none, but answered " + answer);
      }
    }
  }

  private void tokens(String owner, Example example) {
    var anonymous = findings.answered(operation, "no token", valid.get().token(null));
    findings.expect(operation, "no token", anonymous, 401, "unauthenticated");
    if (!anonymous.header("WWW-Authenticate").orElse("").startsWith("Bearer")) {
      findings.add(operation.id(), "no token", "no WWW-Authenticate: Bearer");
    }
    token("a token that is none", "abc.def.ghi");
    token("an expired token", Tokens.expired(owner));
    token("a token of another issuer", Tokens.ofAnotherIssuer(owner));
    token("a token for another audience", Tokens.forAnotherAudience(owner));
    findings.expect(
        operation,
        "Basic credentials",
        valid.get().header("Authorization", "Basic YTpi"),
        401,
        "unauthenticated");
    operation.scopes().forEach(scope -> missing(owner, scope));
    if (!example.path().isEmpty()) {
      findings.expect(
          operation,
          "another owner's id",
          valid.get().token(Tokens.of("stranger-" + UUID.randomUUID())),
          404,
          null);
    }
  }

  private void token(String name, String token) {
    findings.expect(operation, name, valid.get().token(token), 401, "unauthenticated");
  }

  private void missing(String owner, String scope) {
    var others =
        Arrays.stream(Tokens.ALL_SCOPES.split(" "))
            .filter(one -> !one.equals(scope))
            .collect(Collectors.joining(" "));
    var check = "without the scope " + scope;
    var answer = findings.answered(operation, check, valid.get().token(Tokens.of(owner, others)));
    findings.expect(operation, check, answer, 403, "missing-scope");
    if (!answer.json().path("scope").asText().equals(scope)) {
      findings.add(operation.id(), check, "does not name the scope: " + answer);
    }
  }

  private void path(Example example, String name, String value) {
    var path = operation.path();
    for (var parameter : example.path().entrySet()) {
      var given = parameter.getKey().equals(name) ? value : parameter.getValue();
      path = path.replace("{" + parameter.getKey() + "}", Call.encode(given));
    }
    findings.expect(
        operation,
        "{" + name + "} = " + (value.length() > 40 ? "much too long" : value.replace("\0", "NUL")),
        valid.get().path(path),
        404,
        null);
  }
}
