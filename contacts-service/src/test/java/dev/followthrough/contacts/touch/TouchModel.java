package dev.followthrough.contacts.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of touches and open loops as the product words them, without a database or a time. */
class TouchModel {

  /** What was said of one touch. */
  static class Said {
    String id;
    String contact;
    boolean inbound;
    Instant at;
    String answers;
    boolean redirects;
    boolean asks;
    boolean thanks;

    Said copy() {
      var copy = new Said();
      copy.id = id;
      copy.contact = contact;
      copy.inbound = inbound;
      copy.at = at;
      return copy;
    }

    String json() {
      var answering = answers == null ? "" : ", \"answers\": \"%s\"".formatted(answers);
      return """
      "kind": "message", "happenedAt": "%s", "asksQuestion": %s, "saysThanks": %s, "redirects": %s%s
      """
          .formatted(at, asks, thanks, redirects, answering)
          .strip();
    }
  }

  final List<String> contacts = new ArrayList<>();
  final Set<String> gone = new HashSet<>();
  final Map<String, Said> touches = new LinkedHashMap<>();
  final Set<String> letGo = new HashSet<>();

  boolean allows(Said said) {
    if (gone.contains(said.contact)) {
      return false;
    }
    if (said.id != null
        && touches.values().stream()
            .anyMatch(one -> said.id.equals(one.answers) && one.at.isBefore(said.at))) {
      return false;
    }
    if (said.answers == null) {
      return true;
    }
    var answered = touches.get(said.answers);
    return !said.answers.equals(said.id)
        && answered.contact.equals(said.contact)
        && answered.inbound != said.inbound
        && !answered.at.isAfter(said.at)
        && !leadsTo(said.answers, said.id);
  }

  List<String> answerable(Said said) {
    return touches.values().stream()
        .filter(one -> one.contact.equals(said.contact) && one.inbound != said.inbound)
        .filter(one -> !one.at.isAfter(said.at) && !one.id.equals(said.id))
        .map(one -> one.id)
        .toList();
  }

  private boolean leadsTo(String from, String id) {
    for (var at = from; at != null; at = touches.get(at).answers) {
      if (at.equals(id)) {
        return true;
      }
    }
    return false;
  }

  void remove(String id) {
    touches.remove(id);
    letGo.remove(id);
    for (var one : touches.values()) {
      if (id.equals(one.answers)) {
        one.answers = null;
        one.redirects = false;
      }
    }
  }

  /** What wants no word any more is not let go either, should it want one again. */
  void forget() {
    letGo.removeIf(id -> !wants(touches.get(id)));
  }

  boolean isAnswered(Said said) {
    return touches.values().stream()
        .anyMatch(one -> said.id.equals(one.answers) && (one.inbound || !one.redirects));
  }

  Set<String> open(Instant now) {
    return touches.values().stream()
        .filter(said -> !gone.contains(said.contact))
        .filter(said -> wants(said) && !isAnswered(said) && !letGo.contains(said.id))
        .filter(said -> !said.at.plus(Duration.ofDays(3)).isAfter(now))
        .map(said -> said.id)
        .collect(Collectors.toSet());
  }

  private boolean wants(Said said) {
    if (!said.inbound) {
      return false;
    }
    if (said.asks) {
      return true;
    }
    var answered = said.answers == null ? null : touches.get(said.answers);
    var before =
        answered == null || answered.answers == null ? null : touches.get(answered.answers);
    var amongThanks = answered != null && answered.thanks || before != null && before.thanks;
    return said.thanks && !amongThanks;
  }
}
