package dev.followthrough.platform.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;

/** Counts an answer's body and keeps its first kilobyte, as text that can be stored and shown. */
final class Excerpt {

  static final int MAX_BYTES = 1024;

  private final Buffer kept = Buffer.buffer();
  private long received;

  void add(Buffer chunk) {
    received += chunk.length();
    int room = MAX_BYTES - kept.length();
    if (room > 0) {
      kept.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
    }
  }

  long received() {
    return received;
  }

  /**
   * Broken UTF-8 becomes U+FFFD, which is longer than what it replaces: so the text is cut again.
   */
  String text() {
    var text = new StringBuilder();
    int bytes = 0;
    for (int c : kept.toString(UTF_8).codePoints().filter(Excerpt::printable).toArray()) {
      bytes += Character.toString(c).getBytes(UTF_8).length;
      if (bytes > MAX_BYTES) {
        break;
      }
      text.appendCodePoint(c);
    }
    return text.toString();
  }

  private static boolean printable(int c) {
    return c == '\n' || c == '\t' || !Character.isISOControl(c);
  }
}
