package dev.followthrough.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads URIs strictly: percent signs are followed by two hex digits, and mean UTF-8. */
final class Uris {

  private Uris() {}

  static String path(RoutingContext request) {
    var path = request.request().path();
    return path == null ? "" : path;
  }

  static boolean isReadable(String uri) {
    var bytes = new ByteArrayOutputStream(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c == '%') {
        boolean whole = i + 2 < uri.length();
        int high = whole ? Character.digit(uri.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(uri.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return false;
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c < 0x80) {
        bytes.write(c);
      } else {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
