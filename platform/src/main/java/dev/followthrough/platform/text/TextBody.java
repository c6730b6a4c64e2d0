package dev.followthrough.platform.text;

/** A request's body that is text: well-formed UTF-8, without control characters, not empty. */
public final class TextBody {

  private final String text;

  TextBody(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
