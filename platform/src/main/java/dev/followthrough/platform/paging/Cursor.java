package dev.followthrough.platform.paging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list: the sort key of the last item seen, bound to the list's path and filters by a
 * hash, and guarded against typing errors by a checksum. It is no secret and gives no right: rows
 * are filtered by their owner all the same.
 */
record Cursor(byte[] list, List<String> key) {

  private static final int VERSION = 1;
  private static final int HASH = 8;

  static Cursor at(String list, List<String> key) {
    return new Cursor(hash(list.getBytes(java.nio.charset.StandardCharsets.UTF_8)), key);
  }

  boolean belongsTo(String other) {
    return Arrays.equals(list, hash(other.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  String encode() {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.write(list);
      out.writeByte(key.size());
      for (var part : key) {
        out.writeUTF(part);
      }
      out.write(hash(bytes.toByteArray()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
  }

  /** Empty for anything that {@link #encode} did not make. */
  static Optional<Cursor> decode(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      int end = bytes.length - HASH;
      if (end < 2 + HASH
          || !Arrays.equals(
              hash(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
        return Optional.empty();
      }
      var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      var list = in.readNBytes(HASH);
      var key = new ArrayList<String>();
      for (int parts = in.readByte(); parts > 0; parts--) {
        key.add(in.readUTF());
      }
      return Optional.of(new Cursor(list, List.copyOf(key)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
