package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.events.Complexity;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** An idea, what it is worth, and why. */
record Suggestion(Idea idea, int points, String reason) {

  Place place() {
    return new Place(points, idea.complexity(), idea.id());
  }

  /** Where it stands in the list: by its worth, the simple first, then by id. */
  record Place(int points, Complexity complexity, UUID id) implements Comparable<Place> {

    private static final Comparator<Place> BEST_FIRST =
        Comparator.comparingInt(Place::points)
            .reversed()
            .thenComparing(Place::complexity)
            .thenComparing(place -> place.id().toString());

    static Place of(List<String> key) {
      return new Place(
          Integer.parseInt(key.get(0)),
          Complexity.valueOf(key.get(1)),
          UUID.fromString(key.get(2)));
    }

    List<String> key() {
      return List.of(Integer.toString(points), complexity.name(), id.toString());
    }

    @Override
    public int compareTo(Place other) {
      return BEST_FIRST.compare(this, other);
    }
  }
}
