package dev.followthrough.contacts.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.conversation.Facts.Dated;
import dev.followthrough.contacts.conversation.Facts.Stay;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A4: what to ask, and before a first meeting what to learn and how to help, never an ask. */
class ConversationRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Example
  void what_is_unsettled_comes_first_then_what_happened_then_what_they_are_about() {
    var facts =
        facts(
            true,
            List.of("weaving"),
            List.of(),
            List.of(new Dated("Send the paper", DAY)),
            List.of(new Dated("Review my draft", DAY)),
            List.of(DAY),
            List.of(new Dated("bicycles", DAY)));

    assertThat(ConversationRule.toAsk(facts))
        .containsExactly(
            new Suggestion(
                SuggestionReason.OWN_MISS,
                "What would still be of use to them of “Send the paper”? Apologise first.",
                "You promised it, due on 2026-03-01, and missed it."),
            new Suggestion(
                SuggestionReason.OPEN_LOOP,
                "What do they still need to know? Answer them first.",
                "They asked you something on 2026-03-01, and nobody has answered."),
            new Suggestion(
                SuggestionReason.PROMISE,
                "How is “Review my draft” coming along?",
                "They promised it, due on 2026-03-01."),
            new Suggestion(
                SuggestionReason.LAST_TOPIC,
                "What has become of “bicycles”?",
                "You talked about it on 2026-03-01."),
            new Suggestion(
                SuggestionReason.EXPERTISE,
                "What is new in weaving?",
                "It is what they know well."));
  }

  @Example
  void of_nobody_known_there_is_something_to_ask_to_learn_and_to_do_all_the_same() {
    assertThat(ConversationRule.toAsk(nothing(true)))
        .extracting(Suggestion::reason)
        .containsExactly(SuggestionReason.NOT_KNOWN);
    assertThat(ConversationRule.toLearn(nothing(false)))
        .extracting(Suggestion::words)
        .containsExactly(
            "What do they need most at the moment?", "What do others come to them for?");
    assertThat(ConversationRule.toHelp(nothing(false)))
        .extracting(Suggestion::because)
        .containsExactly("No need of theirs is known.");
  }

  @Example
  void an_offer_of_the_owner_that_fits_a_need_is_how_to_help() {
    var facts = facts(false, List.of(), List.of("A grant writer", "Yarn"));

    assertThat(ConversationRule.toHelp(facts))
        .containsExactly(
            new Suggestion(
                SuggestionReason.NEED,
                "Offer “Writing grant applications”.",
                "They need “A grant writer”."),
            new Suggestion(
                SuggestionReason.NEED,
                "Think of whom you know who could help with “Yarn”.",
                "They need it, and you do not offer it yourself."));
  }

  @Example
  void words_that_look_like_a_format_stay_as_they_are() {
    var facts = facts(true, List.of("100 % wool %s"), List.of("50 % off"));

    assertThat(ConversationRule.toAsk(facts))
        .extracting(Suggestion::words)
        .contains(
            "What is new in 100 % wool %s?",
            "Do they still need “50 % off”, and what have they tried?");
  }

  @Property(tries = 300)
  void before_a_first_meeting_there_is_never_an_ask(@ForAll("anyFacts") Facts facts) {
    var first = with(facts, false);

    assertThat(ConversationRule.toAsk(first)).isEmpty();
    assertThat(ConversationRule.toLearn(first))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(ConversationRule.MOST_TO_LEARN)
        .noneMatch(one -> one.reason() == SuggestionReason.GOAL);
    assertThat(ConversationRule.toHelp(first))
        .isNotEmpty()
        .allMatch(
            one ->
                one.reason() == SuggestionReason.NEED
                    || one.reason() == SuggestionReason.NOT_KNOWN);
  }

  @Property(tries = 300)
  void after_it_there_is_something_to_ask_and_each_names_its_reason(
      @ForAll("anyFacts") Facts facts) {
    var later = with(facts, true);

    assertThat(ConversationRule.toLearn(later)).isEmpty();
    assertThat(ConversationRule.toAsk(later))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(ConversationRule.MOST_TO_ASK)
        .allMatch(one -> one.words().contains("?") && !one.because().isBlank());
  }

  @Example
  void an_occasion_counts_for_thirty_days_before_and_after_and_a_birthday_every_year() {
    var birthday = new Occasion(OccasionKind.BIRTHDAY, LocalDate.of(1990, 4, 9), null);
    var job = new Occasion(OccasionKind.NEW_JOB, LocalDate.of(2026, 2, 8), "at Looms Ltd");
    var book = new Occasion(OccasionKind.BOOK, LocalDate.of(2026, 2, 7), null);
    var award = new Occasion(OccasionKind.AWARD, LocalDate.of(2025, 3, 10), null);

    var near = OccasionRule.near(List.of(birthday, job, book, award), TODAY);

    assertThat(near)
        .extracting(OccasionRule.Near::day)
        .containsExactlyInAnyOrder(LocalDate.of(2026, 4, 9), LocalDate.of(2026, 2, 8));
    assertThat(OccasionRule.suggestion(new OccasionRule.Near(job, job.date())).because())
        .isEqualTo("Their new job is dated on 2026-02-08 (at Looms Ltd).");
  }

  @Example
  void a_birthday_is_near_across_the_turn_of_the_year_and_on_a_leap_day() {
    var newYear = new Occasion(OccasionKind.BIRTHDAY, LocalDate.of(1990, 1, 5), null);
    var leap = new Occasion(OccasionKind.BIRTHDAY, LocalDate.of(1992, 2, 29), null);

    assertThat(OccasionRule.near(List.of(newYear), LocalDate.of(2026, 12, 28)))
        .extracting(OccasionRule.Near::day)
        .containsExactly(LocalDate.of(2027, 1, 5));
    assertThat(OccasionRule.near(List.of(leap), LocalDate.of(2026, 2, 20)))
        .extracting(OccasionRule.Near::day)
        .containsExactly(LocalDate.of(2026, 2, 28));
  }

  @Example
  void an_occasion_that_comes_every_year_is_near_every_year_and_said_as_such() {
    var job =
        new Occasion(OccasionKind.NEW_JOB, LocalDate.of(2019, 2, 28), null, true, "at Looms Ltd");
    var wedding = new Occasion(OccasionKind.OTHER, LocalDate.of(1990, 3, 1), true, null, null);

    var near = OccasionRule.near(List.of(job, wedding), LocalDate.of(2026, 3, 2));

    assertThat(near)
        .extracting(OccasionRule.Near::day)
        .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 28));
    assertThat(OccasionRule.suggestion(near.getLast()).because())
        .isEqualTo("The day of their new job comes round on 2026-02-28 (at Looms Ltd).");
  }

  @Example
  void a_trip_leads_to_them_when_its_city_is_where_they_live() {
    var lisbon = new Stay("Lisbon", DAY, TODAY);
    var bath = new Stay("Bath, UK", DAY, TODAY);
    var country = new Stay("UK", DAY, TODAY);
    var trips = List.of(lisbon, bath, country);

    assertThat(TripRule.there(trips, "lisbon, Portugal")).containsExactly(lisbon);
    assertThat(TripRule.there(trips, "London, UK")).containsExactly(country);
    assertThat(TripRule.there(trips, null)).isEmpty();
    assertThat(TripRule.there(trips, " , ")).isEmpty();
  }

  @Provide
  Arbitrary<Facts> anyFacts() {
    var words = Arbitraries.of("weaving", "grant %d", "bicycles", "Ünïts").list().ofMaxSize(4);
    var dated = words.map(all -> all.stream().map(one -> new Dated(one, DAY)).toList());
    var days = Arbitraries.of(DAY, TODAY).list().ofMaxSize(3);
    return Combinators.combine(words, words, dated, dated, days, dated)
        .as(
            (expertise, needs, misses, promises, asked, topics) ->
                facts(true, expertise, needs, misses, promises, asked, topics));
  }

  private static Facts nothing(boolean met) {
    return facts(met, List.of(), List.of());
  }

  private static Facts facts(boolean met, List<String> expertise, List<String> needs) {
    return facts(met, expertise, needs, List.of(), List.of(), List.of(), List.of());
  }

  private static Facts facts(
      boolean met,
      List<String> expertise,
      List<String> needs,
      List<Dated> misses,
      List<Dated> promises,
      List<LocalDate> asked,
      List<Dated> topics) {
    return new Facts(
        TODAY,
        met,
        null,
        null,
        null,
        null,
        expertise,
        List.of(),
        needs,
        List.of(),
        List.of(),
        misses,
        promises,
        asked,
        List.of(),
        topics,
        List.of(),
        List.of(),
        List.of("Writing grant applications"));
  }

  private static Facts with(Facts f, boolean met) {
    return facts(
        met,
        f.expertise(),
        f.needs(),
        f.ownMisses(),
        f.theirPromises(),
        f.questions(),
        f.lastTopics());
  }
}
