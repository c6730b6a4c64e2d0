package dev.followthrough.contacts.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list that takes no more than it has room for, in all and of one call. */
final class Suggestions {

  private final int most;
  private final int mostOfAKind;
  private final List<Suggestion> list = new ArrayList<>();

  Suggestions(int most, int mostOfAKind) {
    this.most = most;
    this.mostOfAKind = mostOfAKind;
  }

  <F> void each(List<F> facts, Function<F, Suggestion> suggestion) {
    facts.stream().limit(mostOfAKind).map(suggestion).forEach(this::add);
  }

  void add(Suggestion suggestion) {
    if (list.size() < most) {
      list.add(suggestion);
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Suggestion> list() {
    return List.copyOf(list);
  }
}
