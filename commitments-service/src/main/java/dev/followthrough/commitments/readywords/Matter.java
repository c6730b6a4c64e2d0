package dev.followthrough.commitments.readywords;

import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.commitments.template.Placeholder;
import dev.followthrough.commitments.template.Template;
import dev.followthrough.events.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to write about. Of a promise's own words and an idea's, the promise's count: they
 * are quoted, and an idea's own template speaks only where it leaves room for them. Nothing private
 * and no figure can come in: it holds words that the two agreed on, and public facts.
 *
 * @param promiser null for a shared one
 * @param text what was agreed; null while nothing was
 * @param idea null for none
 */
record Matter(Party promiser, String text, Idea idea) {

  /**
   * @param facts what is known beside what is to be done
   */
  String words(Occasion occasion, Map<Placeholder, String> facts) {
    var all = new EnumMap<Placeholder, String>(Placeholder.class);
    // that several are addressed is no reason to say less
    all.put(Placeholder.NAME, Placeholder.NAME.otherwise());
    all.putAll(facts);
    what(facts).ifPresent(what -> all.put(Placeholder.WHAT, what));
    var templates =
        own(occasion)
            .map(List::of)
            .orElseGet(() -> GeneralTemplates.of(occasion, Side.of(promiser)));
    return Template.fillFirst(templates, all);
  }

  private Optional<String> own(Occasion occasion) {
    boolean saysMore = text != null && (idea == null || !text.equals(idea.words()));
    return Optional.ofNullable(idea)
        .flatMap(it -> it.template(occasion))
        .filter(template -> !saysMore || template.contains("{what}"));
  }

  private Optional<String> what(Map<Placeholder, String> facts) {
    if (text != null && (idea == null || !text.equals(idea.words()))) {
      return Optional.of(quoted(text));
    }
    return Optional.ofNullable(idea)
        .map(
            it ->
                it.said(promiser)
                    .map(said -> new Template(said).fill(facts))
                    .orElseGet(() -> quoted(it.words())));
  }

  /** In quotation marks, on one line, without its full stop. */
  private static String quoted(String words) {
    return "“" + words.strip().replaceAll("\\s+", " ").replaceAll("[.;,:]+$", "") + "”";
  }
}
