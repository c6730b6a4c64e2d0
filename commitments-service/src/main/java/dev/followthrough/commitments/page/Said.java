package dev.followthrough.commitments.page;

import java.util.Arrays;
import java.util.Optional;

/** What can be said on the page: its name in addresses, and the words that say it was heard. */
public enum Said {
  PROMISE("promise", "Your promise is recorded."),
  DECLINE("decline", "You declined it. Nothing more is expected of you here."),
  PROPOSE("wordings", "Your suggestion is sent. It counts once the other side accepts it."),
  ACCEPT("acceptance", "You accepted the new words."),
  DELIVER("delivery", "It is recorded that you delivered."),
  CONFIRM("confirmation", "It is recorded that it arrived."),
  DENY("denial", "It is recorded that it did not arrive."),
  APOLOGISE("apology", "Your apology is recorded."),
  ASSESS("assessment", "Your assessment is recorded."),
  NO_THANKS("no-thanks", "You said no thanks.");

  private final String path;
  private final String words;

  Said(String path, String words) {
    this.path = path;
    this.words = words;
  }

  public String path() {
    return path;
  }

  public String words() {
    return words;
  }

  static Optional<Said> of(String path) {
    return Arrays.stream(values()).filter(said -> said.path.equals(path)).findFirst();
  }
}
