package dev.followthrough.platform.http;

import dev.followthrough.platform.problem.Problems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An entity tag of RFC 9110: strong, from an entity's version or from the bytes that are sent.
 *
 * @param value without the quotes
 */
public record Etag(String value, boolean weak) {

  private static final char VARIANT = '~';
  private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([!\\x23-\\x7E]*)\"\\s*(,|$)");

  public static Etag of(long version) {
    return new Etag(Long.toString(version), false);
  }

  /**
   * The tag of one of several representations of the same version, which differ by who reads them.
   *
   * @param variant a word for the representation: letters
   */
  public static Etag of(long version, String variant) {
    return new Etag(Long.toString(version) + VARIANT + variant, false);
  }

  public static Etag of(byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      var value = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return new Etag(value.substring(0, 22), false);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The tags of a conditional header; it is refused when it is not a list of tags. */
  static List<Etag> list(String header, String value) {
    var tags = new ArrayList<Etag>();
    var matcher = TAG.matcher(value);
    int end = 0;
    while (end < value.length() && matcher.find()) {
      tags.add(new Etag(matcher.group(2), matcher.group(1) != null));
      end = matcher.end();
    }
    if (tags.isEmpty() || end < value.length()) {
      throw Problems.invalid(header + ":", "entity-tag", "must be * or entity tags such as \"7\"");
    }
    return tags;
  }

  /** Whether it is of this version, whichever representation of it the client has. */
  boolean isOf(long version) {
    var end = value.indexOf(VARIANT);
    return !weak && Long.toString(version).equals(end < 0 ? value : value.substring(0, end));
  }

  boolean matchesStrongly(Etag other) {
    return !weak && !other.weak && value.equals(other.value);
  }

  boolean matchesWeakly(Etag other) {
    return value.equals(other.value);
  }

  @Override
  public String toString() {
    return (weak ? "W/\"" : "\"") + value + "\"";
  }
}
