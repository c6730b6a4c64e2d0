package dev.followthrough.platform.problem;

/**
 * A kind of refusal, as a client can recognise it: its {@code type} is {@code /problems/<name>},
 * and the service answers that path with the explanation.
 *
 * @param name kebab-case
 * @param status the HTTP status it always has
 * @param title a short summary, the same for every occurrence
 * @param explanation what a client did, why it is refused and what to do instead, in plain words
 */
public record ProblemType(String name, int status, String title, String explanation) {

  public String path() {
    return "/problems/" + name;
  }

  public ProblemException because(String detail) {
    return new ProblemException(this, detail);
  }
}
