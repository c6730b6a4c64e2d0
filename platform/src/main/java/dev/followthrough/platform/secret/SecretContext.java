package dev.followthrough.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a sealed value belongs: its owner, its row and what it is for. A value opens only in the
 * context it was sealed in, so that a value copied to another row, owner or column is worthless.
 */
public record SecretContext(UUID owner, String row, String purpose) {

  public SecretContext {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(purpose, "purpose");
  }

  /** The context as bytes; lengths stand before the words, so that no two contexts look alike. */
  byte[] bytes() {
    byte[] rowBytes = row.getBytes(UTF_8);
    byte[] purposeBytes = purpose.getBytes(UTF_8);
    return ByteBuffer.allocate(16 + 4 + rowBytes.length + 4 + purposeBytes.length)
        .putLong(owner.getMostSignificantBits())
        .putLong(owner.getLeastSignificantBits())
        .putInt(rowBytes.length)
        .put(rowBytes)
        .putInt(purposeBytes.length)
        .put(purposeBytes)
        .array();
  }
}
