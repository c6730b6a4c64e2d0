package dev.followthrough.commitments.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words with gaps. {@code {name}} is a gap; what stands in square brackets is left out when one of
 * its gaps cannot be filled, and any other such gap gets words that still read well. Brackets do
 * not nest. What is filled in is never read as a template again.
 */
public final class Template {

  private static final Pattern GAP = Pattern.compile("\\{([^{}\\[\\]]*)}");
  private static final Pattern PIECE = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
  private static final Pattern SOUND = Pattern.compile("(?:[^\\[\\]]++|\\[[^\\[\\]]*+])*+");

  private final String text;

  public Template(String text) {
    this.text = text;
  }

  /** What is wrong with it, in words; empty for a good one. */
  public Optional<String> fault() {
    if (!SOUND.matcher(text).matches()) {
      return Optional.of("its square brackets do not close, or stand in one another");
    }
    if (GAP.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
      return Optional.of("its curly braces do not close, or stand in one another");
    }
    return GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .filter(name -> Placeholder.of(name).isEmpty())
        .findFirst()
        .map(name -> "knows no {%s}; there are %s".formatted(name, Placeholder.all()));
  }

  /** Whether every gap outside brackets can be filled. */
  public boolean isFilledBy(Map<Placeholder, String> facts) {
    return pieces().stream().filter(piece -> !piece.optional()).allMatch(p -> p.isFilledBy(facts));
  }

  /** A fact that is absent is not known. */
  public String fill(Map<Placeholder, String> facts) {
    var filled = new StringBuilder();
    for (var piece : pieces()) {
      if (!piece.optional() || piece.isFilledBy(facts)) {
        filled.append(piece.fill(facts));
      }
    }
    return filled.toString();
  }

  /**
   * Fills the first whose gaps can all be filled, else the last.
   *
   * @param templates at least one
   */
  public static String fillFirst(List<String> templates, Map<Placeholder, String> facts) {
    return templates.stream()
        .map(Template::new)
        .filter(template -> template.isFilledBy(facts))
        .findFirst()
        .orElseGet(() -> new Template(templates.getLast()))
        .fill(facts);
  }

  private List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    var match = PIECE.matcher(text);
    while (match.find()) {
      boolean optional = match.group(1) != null;
      pieces.add(new Piece(optional ? match.group(1) : match.group(2), optional));
    }
    return pieces;
  }

  private record Piece(String text, boolean optional) {

    boolean isFilledBy(Map<Placeholder, String> facts) {
      return GAP.matcher(text)
          .results()
          .allMatch(gap -> Placeholder.of(gap.group(1)).map(facts::get).isPresent());
    }

    String fill(Map<Placeholder, String> facts) {
      var filled = new StringBuilder();
      int after = 0;
      var gap = GAP.matcher(text);
      while (gap.find()) {
        filled.append(text, after, gap.start());
        filled.append(
            Placeholder.of(gap.group(1))
                .map(known -> facts.getOrDefault(known, known.otherwise()))
                .orElse(gap.group()));
        after = gap.end();
      }
      return filled.append(text, after, text.length()).toString();
    }
  }
}
