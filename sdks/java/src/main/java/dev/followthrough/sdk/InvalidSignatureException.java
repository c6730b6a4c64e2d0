package dev.followthrough.sdk;

/** The message was not signed with this secret, or not now. */
public final class InvalidSignatureException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidSignatureException(String message) {
    super(message);
  }
}
