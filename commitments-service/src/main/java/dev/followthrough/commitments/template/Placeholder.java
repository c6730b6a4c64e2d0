package dev.followthrough.commitments.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template can leave open, and what stands there when nobody knows it. */
public enum Placeholder {
  /** To whom the words go. */
  NAME("there"),
  /** What is to be done, or was promised. */
  WHAT("what we talked about"),
  /** What the two have in common. */
  TOPIC("what we talked about"),
  /** By when, while that lies ahead. */
  DEADLINE("the day we agreed on"),
  /** By when it was, once that has passed. */
  PASSED("the day we agreed on"),
  /** Of an apology: what is offered instead. */
  OFFERED("whatever puts it right"),
  /** Of an introduction: who is introduced. */
  OTHER("somebody I know"),
  /** Of an introduction: what the reader looks for. */
  NEED("help"),
  /** Of an introduction: what the other one offers or knows, and the reader looks for. */
  SKILL("just that"),
  /** Of an introduction: what those two have in common. */
  COMMON("the same things");

  private final String otherwise;

  Placeholder(String otherwise) {
    this.otherwise = otherwise;
  }

  /** What stands there when nobody knows it. */
  public String otherwise() {
    return otherwise;
  }

  static Optional<Placeholder> of(String name) {
    return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
  }

  /** All of them, as a template writes them. */
  public static String all() {
    return Arrays.stream(values())
        .map(one -> "{" + one.word() + "}")
        .collect(Collectors.joining(", "));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
