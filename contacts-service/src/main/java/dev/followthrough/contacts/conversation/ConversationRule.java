package dev.followthrough.contacts.conversation;

import static dev.followthrough.contacts.conversation.SuggestionReason.EXPERTISE;
import static dev.followthrough.contacts.conversation.SuggestionReason.GOAL;
import static dev.followthrough.contacts.conversation.SuggestionReason.INTRODUCER;
import static dev.followthrough.contacts.conversation.SuggestionReason.LAST_TOPIC;
import static dev.followthrough.contacts.conversation.SuggestionReason.NEED;
import static dev.followthrough.contacts.conversation.SuggestionReason.NOT_KNOWN;
import static dev.followthrough.contacts.conversation.SuggestionReason.OPEN_LOOP;
import static dev.followthrough.contacts.conversation.SuggestionReason.ORIGIN;
import static dev.followthrough.contacts.conversation.SuggestionReason.OWN_MISS;
import static dev.followthrough.contacts.conversation.SuggestionReason.PROMISE;
import static dev.followthrough.contacts.conversation.SuggestionReason.SHARED_INTEREST;
import static dev.followthrough.contacts.conversation.SuggestionReason.WORK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What to speak of in a conversation: concrete sentences made from what is known, each with the
 * fact that it rests on. With somebody the owner has met: what to ask, which is questions about
 * them, first what is unsettled between the two, then what happened since, then what they are
 * about. Before a first meeting: what to learn instead, and never an ask. Either way: how to help.
 * Whether to ask somebody a favour is another matter: that is guidance's.
 */
public final class ConversationRule {

  static final int MOST_TO_ASK = 7;
  static final int MOST_TO_LEARN = 6;
  static final int MOST_TO_HELP = 3;

  /** Of one kind of fact no more than these, so that there is room for others. */
  static final int MOST_OF_A_KIND = 2;

  private ConversationRule() {}

  /** Nothing before a first meeting; else at least one question. */
  public static List<Suggestion> toAsk(Facts facts) {
    if (!facts.met()) {
      return List.of();
    }
    var all = new Suggestions(MOST_TO_ASK, MOST_OF_A_KIND);
    all.each(
        facts.ownMisses(),
        miss ->
            OWN_MISS
                .of("What would still be of use to them of “%s”? Apologise first.", miss.words())
                .because("You promised it%s, and missed it.", by(miss.day())));
    all.each(
        facts.questions(),
        day ->
            OPEN_LOOP
                .of("What do they still need to know? Answer them first.")
                .because("They asked you something on %s, and nobody has answered.", day));
    all.each(
        facts.thanks(),
        day ->
            OPEN_LOOP
                .of("What came of what they thanked you for?")
                .because("They thanked you on %s, and nobody has said a word on it.", day));
    all.each(
        facts.theirPromises(),
        promise ->
            PROMISE
                .of("How is “%s” coming along?", promise.words())
                .because("They promised it%s.", by(promise.day())));
    all.each(
        facts.lastTopics(),
        topic ->
            LAST_TOPIC
                .of("What has become of “%s”?", topic.words())
                .because("You talked about it on %s.", topic.day()));
    all.each(OccasionRule.near(facts.occasions(), facts.today()), OccasionRule::suggestion);
    all.each(TripRule.there(facts.trips(), facts.location()), TripRule::suggestion);
    all.each(
        facts.needs(),
        need ->
            NEED.of("Do they still need “%s”, and what have they tried?", need)
                .because("They need it, as far as you know."));
    all.each(
        facts.goals(),
        goal ->
            GOAL.of("What do they know that bears on “%s”?", goal.words())
                .because("It is your goal%s.", by(goal.day())));
    all.each(
        facts.expertise(),
        field -> EXPERTISE.of("What is new in %s?", field).because("It is what they know well."));
    all.each(
        facts.sharedInterests(),
        interest ->
            SHARED_INTEREST
                .of("What have they come across lately about %s?", interest)
                .because("It interests you both."));
    if (all.isEmpty()) {
      all.add(
          NOT_KNOWN
              .of("What keeps them busiest at the moment?")
              .because("Nothing is known of them that leads to a question."));
    }
    return all.list();
  }

  /** Only before a first meeting, and then at least one thing. */
  public static List<Suggestion> toLearn(Facts facts) {
    if (facts.met()) {
      return List.of();
    }
    var all = new Suggestions(MOST_TO_LEARN, MOST_OF_A_KIND);
    if (facts.introducedBy() != null) {
      all.add(
          INTRODUCER
              .of("How do they know %s?", facts.introducedBy())
              .because("%s introduced you.", facts.introducedBy()));
    }
    if (facts.needs().isEmpty()) {
      all.add(
          NOT_KNOWN
              .of("What do they need most at the moment?")
              .because("No need of theirs is known."));
    }
    if (facts.talkedAbout() != null) {
      all.add(
          ORIGIN
              .of("What draws them to “%s”?", facts.talkedAbout())
              .because("You talked about it when you came to know each other."));
    }
    if (facts.work() != null) {
      all.add(
          WORK.of("What does their work look like, as %s?", facts.work())
              .because("That is what they do."));
    }
    all.each(
        facts.expertise(),
        field ->
            EXPERTISE.of("How did they come to %s?", field).because("It is what they know well."));
    all.each(
        facts.sharedInterests(),
        interest ->
            SHARED_INTEREST
                .of("What do they like about %s?", interest)
                .because("It interests you both."));
    all.each(
        facts.needs(),
        need ->
            NEED.of("What would “%s” make possible for them?", need)
                .because("They need it, as far as you know."));
    if (facts.offers().isEmpty()) {
      all.add(
          NOT_KNOWN
              .of("What do others come to them for?")
              .because("Nothing that they offer is known."));
    }
    return all.list();
  }

  /** At least one deed. */
  public static List<Suggestion> toHelp(Facts facts) {
    var all = new Suggestions(MOST_TO_HELP, MOST_TO_HELP);
    var left = new ArrayList<String>();
    for (var need : facts.needs()) {
      Likeness.first(need, facts.ownerOffers())
          .ifPresentOrElse(
              offer -> all.add(NEED.of("Offer “%s”.", offer).because("They need “%s”.", need)),
              () -> left.add(need));
    }
    all.each(
        left,
        need ->
            NEED.of("Think of whom you know who could help with “%s”.", need)
                .because("They need it, and you do not offer it yourself."));
    if (all.isEmpty()) {
      all.add(
          NOT_KNOWN
              .of("Find out what would help them most, and do one small thing of it.")
              .because("No need of theirs is known."));
    }
    return all.list();
  }

  static String by(LocalDate day) {
    return day == null ? "" : ", due on " + day;
  }
}
