package dev.followthrough.notifications.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is mailed to an address, for its reader to say: 40 random bits in Crockford's base 32, which
 * has no letters that look like others. It counts for a day and five tries.
 */
record ConfirmationCode(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ConfirmationCode next() {
    return new ConfirmationCode(
        RANDOM
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(at -> ALPHABET.substring(at, at + 1))
            .collect(Collectors.joining()));
  }

  /** As it is mailed. */
  String shown() {
    return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
  }

  /** Whether somebody says this code, in whatever case, with or without the hyphen. */
  boolean isSaidBy(String given) {
    var read =
        given
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return MessageDigest.isEqual(read.getBytes(US_ASCII), text.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "ConfirmationCode[hidden]";
  }
}
