package dev.followthrough.contacts.quicklog;

import static dev.followthrough.contacts.quicklog.LoggedKind.EMAIL;
import static dev.followthrough.contacts.quicklog.LoggedKind.EVENT_CHAT;
import static dev.followthrough.contacts.quicklog.LoggedKind.MESSAGE;
import static dev.followthrough.contacts.quicklog.LoggedKind.ONE_ON_ONE;
import static dev.followthrough.contacts.quicklog.LoggedKind.SHARED_LINK;
import static dev.followthrough.contacts.quicklog.LoggedKind.SHORT_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.quicklog.Reading.Day;
import dev.followthrough.events.TouchDirection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A1: what a few words say. */
class VocabularyTest {

  private static final Instant NOW = Instant.parse("2026-03-10T23:30:00Z");
  private static final Instant EVENING = Instant.parse("2026-03-11T20:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "coffee with Ada, ONE_ON_ONE",
    "Lunch!, ONE_ON_ONE",
    "met Ada, ONE_ON_ONE",
    "met Ada at the conference, EVENT",
    "sent an e-mail, EMAIL",
    "mailed Ada, EMAIL",
    "a text from Ada, MESSAGE",
    "shared an article, SHARED_LINK",
    "commented, COMMENT",
    "short call, SHORT_CALL",
    "Quick call, SHORT_CALL",
    "video call, ONE_ON_ONE",
    "wrote a message, MESSAGE",
    "coffee instead of the call, ONE_ON_ONE",
    "coffee about the mail server, ONE_ON_ONE"
  })
  void a_word_says_the_kind(String words, LoggedKind kind) {
    assertThat(Vocabulary.read(words, null).kinds()).containsExactly(kind);
  }

  @Test
  void words_that_leave_it_open_or_disagree_say_between_what() {
    assertThat(kinds("called Ada")).containsExactlyInAnyOrder(ONE_ON_ONE, SHORT_CALL);
    assertThat(kinds("wrote to Ada")).containsExactlyInAnyOrder(EMAIL, MESSAGE);
    assertThat(kinds("a chat")).containsExactlyInAnyOrder(ONE_ON_ONE, MESSAGE, EVENT_CHAT);
    assertThat(kinds("mailed a link")).containsExactlyInAnyOrder(EMAIL, SHARED_LINK);
    assertThat(kinds("thanked Ada")).containsExactlyInAnyOrder(LoggedKind.values());
  }

  @ParameterizedTest
  @CsvSource({
    "mail from Ada, INBOUND",
    "Ada mailed me, INBOUND",
    "Ada wrote to me, INBOUND",
    "I got a mail, INBOUND",
    "mail to Ada, OUTBOUND",
    "sent a mail, OUTBOUND",
    "I mailed Ada, OUTBOUND"
  })
  void a_word_says_the_direction(String words, TouchDirection direction) {
    assertThat(Vocabulary.read(words, null).directions()).containsExactly(direction);
  }

  @ParameterizedTest
  @CsvSource({"mailed Ada", "mail from Ada to Bob", "a mail about what I sent"})
  void words_that_do_not_say_the_direction_leave_both(String words) {
    assertThat(Vocabulary.read(words, null).directions()).hasSize(2);
  }

  @Test
  void thanks_questions_topics_and_days_are_read() {
    var thanks = Vocabulary.read("Ada thanked me by mail", null);
    assertThat(thanks.saysThanks()).isTrue();
    assertThat(thanks.asksQuestion()).isFalse();
    assertThat(thanks.topic()).isEmpty();
    assertThat(Vocabulary.read("Ada asked me by mail", null).asksQuestion()).isTrue();
    assertThat(Vocabulary.read("mail to Ada: still there?", null).asksQuestion()).isTrue();
    var coffee = Vocabulary.read("coffee yesterday about Bicycles, and yarn", null);
    assertThat(coffee.topic()).isEqualTo("Bicycles, and yarn");
    assertThat(coffee.days()).containsExactly(Day.YESTERDAY);
    var last = Vocabulary.read("coffee about yesterday's talk today.", null);
    assertThat(last.topic()).isEqualTo("yesterday's talk");
    assertThat(last.days()).containsExactly(Day.TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "lunch with Ada, LUNCH",
    "dinner today about yarn, DINNER",
    "coffee this afternoon, AFTERNOON",
    "coffee about yarn this evening, EVENING",
    "coffee in the morning about lunch, MORNING"
  })
  void a_meal_or_a_time_of_day_is_when_unless_a_meal_is_the_topic(String words, DayPart part) {
    assertThat(Vocabulary.read(words, null).parts()).containsExactly(part);
  }

  @ParameterizedTest
  @CsvSource({
    "breakfast, 07:59, true",
    "breakfast, 08:00, false",
    "lunch, 12:59, true",
    "lunch today, 13:00, false",
    "dinner, 18:59, true",
    "dinner, 19:00, false",
    "coffee this morning, 06:59, true",
    "coffee at noon, 13:00, false",
    "coffee this afternoon, 13:59, true",
    "coffee this afternoon, 14:00, false",
    "coffee this evening, 18:59, true",
    "beer last night at dinner, 20:59, true",
    "lunch and dinner, 15:00, true",
    "coffee, 00:00, false",
    "lunch yesterday, 09:00, false",
    "lunch tomorrow, 09:00, false"
  })
  void a_meeting_of_today_may_lie_ahead_until_an_hour_after_its_time_begins(
      String words, LocalTime now, boolean ahead) {
    var reading = Vocabulary.read(words, null);

    assertThat(reading.mayLieAhead(LocalDate.of(2026, 3, 10).atTime(now))).isEqualTo(ahead);
  }

  @Test
  void the_contacts_own_name_says_nothing() {
    var reading = Vocabulary.read("Mail to Bea Coffee", "Bea Coffee");

    assertThat(reading.kinds()).containsExactly(EMAIL);
    assertThat(kinds("mail to Bea Coffee")).containsExactlyInAnyOrder(EMAIL, ONE_ON_ONE);
  }

  @Test
  void every_word_that_is_understood_is_explained() {
    var explained = List.of(Vocabulary.EXPLAINED.toLowerCase(Locale.ROOT).split("[^a-z]+"));

    assertThat(explained).containsAll(Vocabulary.words());
    assertThat(Vocabulary.words()).contains("coffee", "call", "from", "sent", "thanked", "asks");
  }

  @Test
  void a_day_alone_is_noon_of_it_where_the_owner_lives() {
    // in Berlin it is the 11th already
    assertThat(LoggedTime.ofMeeting(null, null, Day.TOMORROW, null, BERLIN, NOW))
        .isEqualTo(time("2026-03-12T11:00:00Z", "2026-03-12T12:00:00Z"));
    assertThat(LoggedTime.ofTouch(null, Day.YESTERDAY, null, BERLIN, NOW))
        .isEqualTo("2026-03-10T11:00:00Z");
    assertThat(LoggedTime.ofTouch(null, Day.TODAY, null, BERLIN, NOW)).isNull();
    assertThat(LoggedTime.ofTouch(NOW, Day.YESTERDAY, null, BERLIN, NOW)).isEqualTo(NOW);
  }

  @Test
  void a_part_of_a_day_is_when_it_usually_begins_where_the_owner_lives() {
    assertThat(LoggedTime.ofMeeting(null, null, Day.YESTERDAY, DayPart.DINNER, BERLIN, NOW))
        .isEqualTo(time("2026-03-10T17:00:00Z", "2026-03-10T18:00:00Z"));
    assertThat(LoggedTime.ofMeeting(null, null, null, DayPart.BREAKFAST, BERLIN, EVENING))
        .isEqualTo(time("2026-03-11T06:00:00Z", "2026-03-11T07:00:00Z"));
    assertThat(LoggedTime.ofMeeting(null, null, Day.TOMORROW, DayPart.DINNER, BERLIN, NOW))
        .isEqualTo(time("2026-03-12T17:00:00Z", "2026-03-12T18:00:00Z"));
    assertThat(LoggedTime.ofTouch(null, null, DayPart.MORNING, BERLIN, EVENING))
        .isEqualTo("2026-03-11T05:00:00Z");
    assertThat(LoggedTime.ofTouch(null, null, DayPart.EVENING, BERLIN, NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "coffee, false",
    "coffee today, false",
    "coffee yesterday, true",
    "dinner yesterday, false",
    "coffee yesterday morning, false",
    "breakfast this morning, false",
    "lunch yesterday afternoon, false",
    "lunch and dinner yesterday, true",
    "dinner this morning, true",
    "coffee tomorrow, false"
  })
  void the_hour_of_a_meeting_is_open_when_only_yesterday_or_several_times_are_said(
      String words, boolean open) {
    assertThat(Vocabulary.read(words, null).leavesHourOpen()).isEqualTo(open);
  }

  @Test
  void a_meeting_lasts_an_hour_and_has_just_ended_unless_more_is_said() {
    var soon = NOW.plusSeconds(60);
    var ago = NOW.minusSeconds(60);

    assertThat(LoggedTime.ofMeeting(null, null, null, null, BERLIN, NOW))
        .isEqualTo(time("2026-03-10T22:30:00Z", "2026-03-10T23:30:00Z"));
    assertThat(LoggedTime.ofMeeting(ago, null, null, null, BERLIN, NOW))
        .isEqualTo(new LoggedTime(ago, NOW));
    assertThat(LoggedTime.ofMeeting(soon, null, null, null, BERLIN, NOW))
        .isEqualTo(new LoggedTime(soon, soon.plusSeconds(3600)));
    assertThat(LoggedTime.ofMeeting(null, ago, Day.YESTERDAY, null, BERLIN, NOW))
        .isEqualTo(new LoggedTime(ago.minusSeconds(3600), ago));
    assertThat(LoggedTime.ofMeeting(ago, soon, null, null, BERLIN, NOW))
        .isEqualTo(new LoggedTime(ago, soon));
  }

  private static LoggedTime time(String start, String end) {
    return new LoggedTime(Instant.parse(start), Instant.parse(end));
  }

  private static Set<LoggedKind> kinds(String words) {
    return Vocabulary.read(words, null).kinds();
  }
}
