package dev.followthrough.contacts.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.contact.TalkingPoints;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import dev.followthrough.contacts.meeting.HeldMeetings.LastTopic;
import dev.followthrough.contacts.openloop.Awaited;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A5: a concrete reason to write, and one question to ask. */
class ReasonRuleTest {

  private static final LocalDate ON = LocalDate.of(2026, 6, 1);
  private static final Instant BEFORE = Instant.parse("2026-05-20T10:00:00Z");
  private static final UUID ID = UUID.randomUUID();

  @Test
  void the_first_of_loop_occasion_topic_interest_and_expertise_is_the_reason() {
    var loop = new Awaited(ID, ID, LoopReason.QUESTION, TouchKind.EMAIL, BEFORE, false);
    var topic = new LastTopic(ID, BEFORE, "gears");
    var occasion = List.of(new Occasion(OccasionKind.BOOK, ON.minusDays(2), null));
    var some = List.of("bicycles");

    assertThat(choose(points(occasion, some, some), loop, topic).code())
        .isEqualTo(KeepInTouchReason.OPEN_LOOP);
    assertThat(choose(points(occasion, some, some), null, topic).code())
        .isEqualTo(KeepInTouchReason.OCCASION);
    assertThat(choose(points(List.of(), some, some), null, topic).words())
        .isEqualTo("You last spoke, on 2026-05-20, of gears.");
    assertThat(choose(points(List.of(), some, some), null, null).code())
        .isEqualTo(KeepInTouchReason.SHARED_INTEREST);
    assertThat(choose(points(List.of(), List.of(), some), null, null).question())
        .isEqualTo("What should one know about bicycles this year?");
    assertThat(choose(points(List.of(), List.of(), List.of()), null, null).words())
        .isEqualTo("You have not been in touch for 12 days.");
  }

  @ParameterizedTest
  @CsvSource({
    "1990-06-08, BIRTHDAY, true",
    "1990-06-09, BIRTHDAY, false",
    "1990-05-29, BIRTHDAY, true",
    "1990-05-28, BIRTHDAY, false",
    "2026-06-08, BOOK, true",
    "2026-06-09, BOOK, false",
    "2026-05-02, NEW_JOB, true",
    "2026-05-01, NEW_JOB, false",
    "2025-06-01, AWARD, false"
  })
  void an_occasion_counts_shortly_before_and_after(
      LocalDate date, OccasionKind kind, boolean counts) {
    var points = points(List.of(new Occasion(kind, date, null)), List.of(), List.of());

    assertThat(choose(points, null, null).code() == KeepInTouchReason.OCCASION).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "1992-02-29, 2026-02-28, 2026-02-28",
    "1992-02-29, 2028-02-27, 2028-02-29",
    "1990-01-02, 2026-12-30, 2027-01-02",
    "1990-12-31, 2027-01-01, 2026-12-31"
  })
  void a_birthday_comes_every_year_also_on_29_february(
      LocalDate birthday, LocalDate on, LocalDate kept) {
    var points =
        points(List.of(new Occasion(OccasionKind.BIRTHDAY, birthday, null)), List.of(), List.of());

    var reason = ReasonRule.choose(new KnownTopics(points, null, null), on, ZoneId.of("UTC"), 12);

    assertThat(reason.words()).isEqualTo("Their birthday is on %s.".formatted(kept));
  }

  @ParameterizedTest
  @EnumSource(OccasionKind.class)
  void what_comes_every_year_counts_a_few_days_before_and_after_its_day(OccasionKind kind) {
    for (var far : new int[] {-4, -3, 7, 8}) {
      var day = ON.plusDays(far);
      var points =
          points(
              List.of(new Occasion(kind, day.withYear(1999), null, true, null)),
              List.of(),
              List.of());

      var reason = choose(points, null, null);

      assertThat(reason.code() == KeepInTouchReason.OCCASION).isEqualTo(far == -3 || far == 7);
      if (far == 7) {
        assertThat(reason.words()).contains(day.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OccasionKind.class)
  void the_note_of_an_occasion_is_not_quoted(OccasionKind kind) {
    var points = points(List.of(new Occasion(kind, ON, "hush")), List.of(), List.of());

    var reason = choose(points, null, null);

    assertThat(reason.code()).isEqualTo(KeepInTouchReason.OCCASION);
    assertThat(reason.words() + reason.question()).doesNotContain("hush").contains(ON.toString());
  }

  @Test
  void long_words_are_cut() {
    var points = points(List.of(), List.of("x".repeat(200)), List.of());

    assertThat(choose(points, null, null).words()).hasSizeLessThan(160).contains("…");
  }

  private static Reason choose(TalkingPoints points, Awaited loop, LastTopic topic) {
    return ReasonRule.choose(new KnownTopics(points, loop, topic), ON, ZoneId.of("UTC"), 12);
  }

  private static TalkingPoints points(
      List<Occasion> occasions, List<String> interests, List<String> expertise) {
    return new TalkingPoints(ID, "Ada", false, BEFORE, null, null, occasions, interests, expertise);
  }
}
