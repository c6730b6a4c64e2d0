package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.catalogue.Idea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which ideas to suggest, the best first (B7). An idea is worth the points of the best ground that
 * speaks for it ({@link Ground}), and {@value #ABOUT_IT} more where that ground is about what the
 * idea itself is about; the first of equal grounds is its reason. An idea that fits any two people
 * is worth {@value #ANYBODY}; one that needs a ground and has none is not suggested. Of equal
 * worth, the simple come before the complex, then the order of their ids decides.
 */
final class Ranking {

  private static final int ABOUT_IT = 2;
  private static final int ANYBODY = 1;
  private static final String FITS_ANYBODY = "It needs nothing in common: it fits any meeting.";

  private Ranking() {}

  static List<Suggestion> rank(List<Idea> ideas, List<Ground> grounds) {
    var suggestions = new ArrayList<Suggestion>();
    ideas.forEach(idea -> suggestion(idea, grounds).ifPresent(suggestions::add));
    suggestions.sort(Comparator.comparing(Suggestion::place));
    return List.copyOf(suggestions);
  }

  private static Optional<Suggestion> suggestion(Idea idea, List<Ground> grounds) {
    if (idea.fits().isEmpty()) {
      return Optional.of(new Suggestion(idea, ANYBODY, FITS_ANYBODY));
    }
    return grounds.stream()
        .filter(ground -> ground.speaksFor(idea))
        .map(ground -> new Suggestion(idea, points(idea, ground), ground.reason()))
        .reduce((best, next) -> next.points() > best.points() ? next : best);
  }

  private static int points(Idea idea, Ground ground) {
    var about = idea.area() == null ? idea.words() : idea.words() + " " + idea.area();
    return ground.points() + (Likeness.share(ground.about(), about) ? ABOUT_IT : 0);
  }
}
