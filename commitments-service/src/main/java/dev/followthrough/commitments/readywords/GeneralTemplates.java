package dev.followthrough.commitments.readywords;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.commitments.template.Occasion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The templates of {@code ideas/words-ready-to-send.json}, by occasion and side. Of each there are
 * several: the first whose gaps can all be filled is taken, and the last can always be.
 */
final class GeneralTemplates {

  private static final Map<Occasion, Map<Side, List<String>>> ALL = read();

  private GeneralTemplates() {}

  static List<String> of(Occasion occasion, Side side) {
    var bySide = ALL.get(occasion);
    return bySide.getOrDefault(side, bySide.getOrDefault(Side.ANY, List.of()));
  }

  private static Map<Occasion, Map<Side, List<String>>> read() {
    try (var file = GeneralTemplates.class.getResourceAsStream("/ideas/words-ready-to-send.json")) {
      return new ObjectMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words ready to send", e);
    }
  }
}
