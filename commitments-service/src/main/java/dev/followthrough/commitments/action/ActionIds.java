package dev.followthrough.commitments.action;

import com.fasterxml.uuid.Generators;
import dev.followthrough.events.NextActionKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of a line: the id of what it is about, its bits flipped where the kind's own mask has
 * ones, its version and variant untouched. So it is the same for as long as the thing is to be
 * done, differs between kinds, and leads back to its subject without a search.
 */
public final class ActionIds {

  /** The bits that say of which version and variant an id is. */
  private static final long VERSION = 0x000000000000F000L;

  private static final long VARIANT = 0xC000000000000000L;

  private ActionIds() {}

  public static UUID of(NextActionKind kind, UUID subject) {
    var mask = ByteBuffer.wrap(hash(kind.name()));
    return new UUID(
        subject.getMostSignificantBits() ^ mask.getLong() & ~VERSION,
        subject.getLeastSignificantBits() ^ mask.getLong() & ~VARIANT);
  }

  /** What the line of this id would be about if it were of that kind. */
  public static UUID subject(NextActionKind kind, UUID id) {
    return of(kind, id);
  }

  /** The id of what is told apart by an id and a name alone. */
  public static UUID named(UUID within, String name) {
    return Generators.nameBasedGenerator(within).generate(name);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
