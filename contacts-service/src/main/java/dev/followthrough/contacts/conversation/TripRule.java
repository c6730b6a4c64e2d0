package dev.followthrough.contacts.conversation;

import dev.followthrough.contacts.conversation.Facts.Stay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which trips lead to where a contact lives: the first part of one place, which is mostly the city,
 * is a part of the other, case aside. Parts lie between commas, as in "London, UK".
 */
final class TripRule {

  private TripRule() {}

  static List<Stay> there(List<Stay> trips, String location) {
    var home = parts(location);
    return trips.stream().filter(trip -> isSame(parts(trip.place()), home)).toList();
  }

  static Suggestion suggestion(Stay stay) {
    return SuggestionReason.TRIP
        .of("Could you meet in %s?", stay.place())
        .because("You are there from %s to %s, where they live.", stay.from(), stay.to());
  }

  private static boolean isSame(List<String> one, List<String> other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && (other.contains(one.getFirst()) || one.contains(other.getFirst()));
  }

  private static List<String> parts(String place) {
    return place == null
        ? List.of()
        : Arrays.stream(place.split(","))
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .filter(part -> !part.isEmpty())
            .toList();
  }
}
