package dev.followthrough.commitments.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.followthrough.platform.problem.Problems;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody filled in on the page. A field that was left empty is not there.
 *
 * @param key makes sending it twice the same as once: of the page it was sent from, and of all that
 *     is said in it, so that other words from the same page are another act
 */
record Form(Map<String, String> fields, Optional<String> key) {

  static final String KEY = "key";

  private static final int MOST_FIELDS = 20;

  /** What stands in place of bytes that are no UTF-8. */
  private static final String BROKEN = "\uFFFD";

  private static final Pattern PAGE_KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /**
   * @param path where it was sent to
   */
  static Form of(String path, String body) {
    var fields = new LinkedHashMap<String, String>();
    decoded(body)
        .forEach(
            (name, values) -> {
              var value = values.getFirst().replace("\r\n", "\n").strip();
              if (!value.isEmpty()) {
                fields.putIfAbsent(name, value);
              }
            });
    var key =
        Optional.ofNullable(fields.remove(KEY))
            .filter(given -> PAGE_KEY.matcher(given).matches())
            .map(given -> given + "." + digest(path + "\n" + body));
    return new Form(fields, key);
  }

  private static Map<String, List<String>> decoded(String body) {
    try {
      var fields =
          new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS, false)
              .parameters();
      if (!fields.toString().contains(BROKEN)) {
        return fields;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw Problems.invalid("", "form", "must be well-formed and well-encoded UTF-8");
  }

  String get(String name) {
    return fields.get(name);
  }

  /** As the body of the same call in JSON, which is checked by the same rules. */
  ObjectNode json(String... names) {
    var json = JsonNodeFactory.instance.objectNode();
    for (var name : names) {
      if (fields.containsKey(name)) {
        json.put(name, fields.get(name));
      }
    }
    return json;
  }

  /** The same with a number in it; what is none stays the text that it is, and is refused. */
  ObjectNode jsonWithNumber(String number, String... names) {
    var json = json(names);
    var value = fields.get(number);
    if (value != null && value.matches("\\d{1,6}")) {
      json.put(number, Integer.parseInt(value));
    } else if (value != null) {
      json.put(number, value);
    }
    return json;
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
