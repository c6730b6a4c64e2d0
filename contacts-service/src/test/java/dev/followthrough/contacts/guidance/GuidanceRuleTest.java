package dev.followthrough.contacts.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.followthrough.contacts.guidance.GuidanceRule.Advice;
import dev.followthrough.contacts.touch.Conversations.Said;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A6: what objects to reaching out, on each side of every boundary. */
class GuidanceRuleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  @ParameterizedTest
  @CsvSource({"0, true", "13, true", "14, false"})
  void a_reply_is_awaited_for_fourteen_days(int daysAgo, boolean objects) {
    var said = touches(List.of(asked(daysAgo)));

    assertThat(codes(said).contains(GuidanceCode.REPLY_AWAITED)).isEqualTo(objects);
    if (objects) {
      assertThat(advice(said, GuidanceCode.REPLY_AWAITED).until())
          .isEqualTo(TODAY.minusDays(daysAgo).plusDays(14));
    }
  }

  @Test
  void only_a_touch_that_awaits_a_reply_and_has_none_is_waited_for() {
    assertThat(codes(touches(List.of(wrote(1))))).doesNotContain(GuidanceCode.REPLY_AWAITED);
    var answered = new Said(at(2), true, true, false, at(1));
    assertThat(codes(touches(List.of(answered)))).doesNotContain(GuidanceCode.REPLY_AWAITED);
    assertThat(codes(touches(List.of(asked(3)), 1, at(2))))
        .as("they have met since")
        .doesNotContain(GuidanceCode.REPLY_AWAITED);
  }

  @Test
  void the_day_of_a_touch_is_that_of_the_owners_zone() {
    // the last second of the 18th of March in Berlin, and the first of the 19th
    var before = new Said(Instant.parse("2026-03-18T22:59:59Z"), true, true, false, null);
    var after = new Said(Instant.parse("2026-03-18T23:00:00Z"), true, true, false, null);

    assertThat(codes(touches(List.of(before)))).doesNotContain(GuidanceCode.REPLY_AWAITED);
    assertThat(advice(touches(List.of(after)), GuidanceCode.REPLY_AWAITED).until())
        .isEqualTo("2026-04-02");
  }

  @ParameterizedTest
  @CsvSource({"2, 10, false", "3, 29, true", "3, 30, false", "4, 89, true", "4, 90, false"})
  void three_unanswered_wait_thirty_days_and_more_wait_ninety(
      int inARow, int lastDaysAgo, boolean objects) {
    var said = new ArrayList<Said>();
    for (var i = 0; i < inARow; i++) {
      said.add(wrote(lastDaysAgo + 10 * i));
    }

    assertThat(codes(touches(said)).contains(GuidanceCode.THREE_UNANSWERED)).isEqualTo(objects);
  }

  @Test
  void hearing_of_them_ends_the_row_and_an_answer_of_the_owners_is_not_in_it() {
    var heard = new Said(at(15), false, false, false, null);
    var answer = new Said(at(12), true, false, true, null);
    var codes = GuidanceCode.THREE_UNANSWERED;

    assertThat(codes(touches(List.of(wrote(9), wrote(10), heard, wrote(20)))))
        .doesNotContain(codes);
    assertThat(codes(touches(List.of(wrote(9), wrote(10), answer)))).doesNotContain(codes);
    assertThat(codes(touches(List.of(wrote(9), wrote(10), wrote(20)), 1, at(15))))
        .doesNotContain(codes);
    assertThat(codes(touches(List.of(wrote(9), wrote(10), wrote(20))))).contains(codes);
  }

  @ParameterizedTest
  @CsvSource({"3, 6, true", "3, 7, false", "2, 0, false"})
  void more_than_two_touches_in_seven_days_are_many(int count, int firstDaysAgo, boolean many) {
    var said = new ArrayList<Said>();
    for (var i = 1; i < count; i++) {
      said.add(new Said(at(0), true, false, true, null));
    }
    said.add(new Said(at(firstDaysAgo), true, false, true, null));

    var found = touches(said);

    assertThat(codes(found).contains(GuidanceCode.MANY_TOUCHES)).isEqualTo(many);
    if (many) {
      assertThat(advice(found, GuidanceCode.MANY_TOUCHES).until()).isEqualTo(TODAY.plusDays(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "2, false"})
  void an_ask_comes_after_two_held_meetings(int meetings, boolean objects) {
    var found = touches(List.of(), meetings, meetings == 0 ? null : at(1));

    assertThat(codes(found).contains(GuidanceCode.TOO_FEW_MEETINGS)).isEqualTo(objects);
  }

  @ParameterizedTest
  @EnumSource(OriginKind.class)
  void family_friends_and_people_from_work_count_as_met(OriginKind origin) {
    var met =
        switch (origin) {
          case FAMILY, FRIEND, WORK -> true;
          default -> false;
        };

    assertThat(codes(known(origin, List.of(), 0, null, null, null, null)))
        .satisfies(
            codes -> assertThat(codes.contains(GuidanceCode.TOO_FEW_MEETINGS)).isEqualTo(!met));
  }

  @ParameterizedTest
  @CsvSource({"180, false", "181, true"})
  void more_than_180_days_without_a_meeting_or_an_answer_are_too_long(int days, boolean tooLong) {
    var code = GuidanceCode.LONG_SILENCE;

    assertThat(codes(touches(List.of(), 2, at(days))).contains(code)).isEqualTo(tooLong);
    assertThat(codes(known(null, List.of(), 2, at(300), at(days), null, null)).contains(code))
        .as("an answered touch")
        .isEqualTo(tooLong);
  }

  @Test
  void an_open_loop_and_what_is_owed_object_to_an_ask() {
    assertThat(codes(known(null, List.of(), 2, at(1), null, at(4), null)))
        .containsExactly(GuidanceCode.ANSWER_OWED);
    assertThat(codes(known(null, List.of(), 2, at(1), null, null, standing(1, 0, null, null))))
        .containsExactly(GuidanceCode.APOLOGY_OWED);
    assertThat(codes(known(null, List.of(), 2, at(1), null, null, standing(0, 1, null, null))))
        .containsExactly(GuidanceCode.THANKS_OWED);
    assertThat(codes(known(null, List.of(), 2, at(1), null, null, standing(0, 0, null, null))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER_OWES, 3.01, 0, true",
    "OWNER_OWES, 3, 0, false",
    "EVEN, 30, 26, false",
    "OWNER_OWES, 26, 20, true",
    "OWNER_OWES, 33, 27, false",
    "CONTACT_OWES, 0, 9, false"
  })
  void value_told_yesterday_is_owed_above_a_tenth_and_from_a_difference_of_three(
      ReciprocityBalance balance, double received, double given, boolean owed) {
    var value = new StandingReciprocity(0.1, given, received, balance);

    assertThat(
            codes(known(null, List.of(), 2, at(1), null, null, standing(0, 0, value, null)))
                .contains(GuidanceCode.VALUE_OWED))
        .isEqualTo(owed);
  }

  @Test
  void value_owed_carries_its_faded_figures_and_the_day_from_which_it_fades_away() {
    var value = new StandingReciprocity(0.78, 1, 13, ReciprocityBalance.OWNER_OWES);

    var advice =
        advice(
            known(null, List.of(), 2, at(1), null, null, standing(0, 0, value, null)),
            GuidanceCode.VALUE_OWED);

    // told yesterday; of the difference of 12 a quarter is left after 730 days, not after 731
    assertThat(advice.until()).isEqualTo(TODAY.plusDays(730));
    assertThat(advice.numbers())
        .containsEntry("received", new BigDecimal("12.98"))
        .containsEntry("given", new BigDecimal("1.00"))
        .containsEntry("difference", new BigDecimal("11.98"))
        .containsEntry("reciprocity", new BigDecimal("0.75"));
  }

  @Test
  void the_proposal_of_a_one_on_one_on_one_carries_the_numbers_that_are_known() {
    var said =
        known(
            null,
            List.of(wrote(2)),
            2,
            at(1),
            null,
            null,
            standing(0, 0, null, GapVerdict.LIKED_NOT_PROVEN));

    assertThat(advice(said, GuidanceCode.LIKED_NOT_PROVEN).numbers())
        .containsOnly(
            entry("meetings", BigDecimal.valueOf(2)),
            entry("touchesInYear", BigDecimal.ONE),
            entry("toldDaysAgo", BigDecimal.ONE));
  }

  @ParameterizedTest
  @EnumSource(GapVerdict.class)
  void much_rapport_and_no_challenge_yet_proposes_a_one_on_one_on_one(GapVerdict gap) {
    assertThat(
            codes(known(null, List.of(), 2, at(1), null, null, standing(0, 0, null, gap)))
                .contains(GuidanceCode.LIKED_NOT_PROVEN))
        .isEqualTo(gap == GapVerdict.LIKED_NOT_PROVEN);
  }

  @Test
  void who_is_not_to_be_contacted_is_not_to_be_contacted() {
    var known =
        new Acquaintance(
            true,
            OriginKind.FRIEND,
            at(1),
            List.of(),
            0,
            2,
            at(1),
            null,
            null,
            false,
            Optional.empty());

    assertThat(codes(GuidanceRule.advise(known, TODAY, BERLIN)))
        .containsExactly(GuidanceCode.DO_NOT_CONTACT);
  }

  private static Said asked(int daysAgo) {
    return new Said(at(daysAgo), true, true, false, null);
  }

  private static Said wrote(int daysAgo) {
    return new Said(at(daysAgo), true, false, false, null);
  }

  /** At noon in Berlin. */
  private static Instant at(int daysAgo) {
    return TODAY.minusDays(daysAgo).atTime(12, 0).atZone(BERLIN).toInstant();
  }

  private static List<Advice> touches(List<Said> latest) {
    return touches(latest, 0, null);
  }

  private static List<Advice> touches(List<Said> latest, int meetings, Instant lastHeld) {
    return known(null, latest, meetings, lastHeld, null, null, null);
  }

  private static List<Advice> known(
      OriginKind origin,
      List<Said> latest,
      int meetings,
      Instant lastHeld,
      Instant lastAnswered,
      Instant openLoop,
      StandingChanged standing) {
    var known =
        new Acquaintance(
            false,
            origin,
            at(1),
            latest,
            latest.size(),
            meetings,
            lastHeld,
            lastAnswered,
            openLoop,
            false,
            Optional.ofNullable(standing));
    return GuidanceRule.advise(known, TODAY, BERLIN);
  }

  private static StandingChanged standing(
      int apologies, int thanks, StandingReciprocity value, GapVerdict gap) {
    return new StandingChanged(
        UUID.randomUUID(),
        at(1),
        null,
        null,
        null,
        value,
        apologies,
        thanks,
        gap,
        null,
        false,
        null,
        List.of());
  }

  private static List<GuidanceCode> codes(List<Advice> said) {
    return said.stream().map(Advice::code).toList();
  }

  private static Advice advice(List<Advice> said, GuidanceCode code) {
    return said.stream().filter(one -> one.code() == code).findFirst().orElseThrow();
  }
}
