package dev.followthrough.commitments.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the owner and one contact, as far as it speaks for promising something.
 *
 * @param needs what the owner needs, in their words
 * @param offers what the owner offers
 * @param name the contact's
 * @param interests what the two share
 * @param theirExpertise what the contact knows well
 */
public record Between(
    List<String> needs,
    List<String> offers,
    String name,
    List<String> interests,
    List<String> theirExpertise,
    List<String> theirNeeds,
    List<String> theirOffers) {

  /** What speaks for something that the owner does for the contact. */
  List<Ground> forThem() {
    var grounds = new ArrayList<Ground>();
    for (var need : theirNeeds) {
      var says = "%s needs %s".formatted(name, need);
      answering(need, offers)
          .forEach(
              offer ->
                  grounds.add(
                      Ground.answered(need, offer, "%s; you offer %s.".formatted(says, offer))));
      grounds.add(Ground.need(need, says + "."));
    }
    offers.forEach(offer -> grounds.add(Ground.offer(offer, "You offer %s.".formatted(offer))));
    grounds.addAll(inCommon());
    return List.copyOf(grounds);
  }

  /** What speaks for something that the contact does for the owner. */
  List<Ground> forTheOwner() {
    var grounds = new ArrayList<Ground>();
    for (var need : needs) {
      var says = "You need %s".formatted(need);
      answering(need, theirOffers)
          .forEach(
              offer ->
                  grounds.add(
                      Ground.answered(
                          need, offer, "%s; %s offers %s.".formatted(says, name, offer))));
      answering(need, theirExpertise)
          .forEach(
              known ->
                  grounds.add(
                      Ground.answered(
                          need, known, "%s; %s knows about %s.".formatted(says, name, known))));
      grounds.add(Ground.need(need, says + "."));
    }
    theirOffers.forEach(
        offer -> grounds.add(Ground.offer(offer, "%s offers %s.".formatted(name, offer))));
    grounds.addAll(inCommon());
    return List.copyOf(grounds);
  }

  /** What speaks for something that the two do together. */
  List<Ground> together() {
    var grounds = new ArrayList<>(forThem());
    grounds.addAll(forTheOwner());
    return grounds.stream().distinct().toList();
  }

  /** A shared interest that the text touches, else the first. */
  public Optional<String> topic(String text) {
    return interests.stream()
        .filter(topic -> text != null && Likeness.share(topic, text))
        .findFirst()
        .or(() -> interests.stream().findFirst());
  }

  /** What the contact needs and the other one offers or knows well. */
  public Optional<Met> met(Between other) {
    var able = Stream.concat(other.theirOffers.stream(), other.theirExpertise.stream()).toList();
    return theirNeeds.stream()
        .flatMap(need -> answering(need, able).stream().map(skill -> new Met(need, skill)))
        .findFirst();
  }

  /** What the contact and the other one both care about or know well. */
  public Optional<String> inCommonWith(Between other) {
    return topics()
        .filter(one -> other.topics().anyMatch(two -> Likeness.share(one, two)))
        .findFirst();
  }

  /** A need, and what answers it. */
  public record Met(String need, String skill) {}

  private Stream<String> topics() {
    return Stream.concat(interests.stream(), theirExpertise.stream());
  }

  private List<Ground> inCommon() {
    var grounds = new ArrayList<Ground>();
    interests.forEach(
        topic ->
            grounds.add(
                Ground.interest(
                    topic, "You and %s share an interest in %s.".formatted(name, topic))));
    theirExpertise.forEach(
        known -> grounds.add(Ground.expertise(known, "%s knows about %s.".formatted(name, known))));
    return grounds;
  }

  private static List<String> answering(String need, List<String> offered) {
    return offered.stream().filter(offer -> Likeness.share(need, offer)).toList();
  }
}
