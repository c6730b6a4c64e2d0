package dev.followthrough.contacts.search;

import dev.followthrough.events.Circle;
import dev.followthrough.platform.problem.Problems;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which contacts are asked for; what is null is not asked.
 *
 * @param q words, all of which they have, maybe mistyped or only begun
 * @param silentBefore the last touch, else the admission, was before this instant
 * @param withPrivateParts whether notes and caveats are looked at too
 */
public record ContactSearch(
    String q,
    String tag,
    String expertise,
    String need,
    String offer,
    String city,
    Circle circle,
    Instant silentBefore,
    boolean removed,
    boolean withPrivateParts) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final int MOST_WORDS = 12;

  public ContactSearch {
    words("q", q);
    if (q != null && BETWEEN_WORDS.splitAsStream(q).count() > MOST_WORDS + 1) {
      throw Problems.invalid("?q", "most-words", "must hold at most " + MOST_WORDS + " words");
    }
    if (tag != null && tag.isBlank()) {
      throw Problems.invalid("?tag", "not-blank", "must not be blank");
    }
    words("expertise", expertise);
    words("need", need);
    words("offer", offer);
    words("city", city);
  }

  /** As the function {@code find_contacts} takes it, without its part of the list. */
  Map<String, Object> asked() {
    var asked = new LinkedHashMap<String, Object>();
    put(asked, "q", q);
    put(asked, "tag", tag);
    put(asked, "expertise", expertise);
    put(asked, "need", need);
    put(asked, "offer", offer);
    put(asked, "city", city);
    put(asked, "circle", circle == null ? null : circle.name());
    put(asked, "silentBefore", silentBefore);
    asked.put("removed", removed);
    asked.put("private", withPrivateParts);
    return asked;
  }

  private static void put(Map<String, Object> asked, String name, Object value) {
    if (value != null) {
      asked.put(name, value);
    }
  }

  private static void words(String name, String text) {
    if (text != null && !WORD.matcher(text).find()) {
      throw Problems.invalid("?" + name, "words", "must hold a letter or a digit");
    }
  }
}
