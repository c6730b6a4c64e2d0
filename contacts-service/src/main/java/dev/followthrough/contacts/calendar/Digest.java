package dev.followthrough.contacts.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A SHA-256 by which the same is recognised, and nothing else is. */
final class Digest {

  private Digest() {}

  /** Of these in this order; null is not the same as empty. */
  static String of(Object... parts) {
    var text =
        Stream.of(parts)
            .map(part -> part == null ? "-" : part.toString().length() + ":" + part)
            .collect(Collectors.joining("\n"));
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
