package dev.followthrough.contacts.detail;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import java.time.LocalDate;
import java.time.MonthDay;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A1: on which day an occasion is kept. */
class OccasionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  @Example
  void what_comes_once_is_on_its_date() {
    var job = new Occasion(OccasionKind.NEW_JOB, LocalDate.of(2019, 3, 11), null);

    assertThat(job.dayNearest(TODAY)).isEqualTo(LocalDate.of(2019, 3, 11));
  }

  @Example
  void a_birthday_comes_every_year_and_another_one_if_the_owner_says_so() {
    var day = LocalDate.of(2019, 3, 11);

    assertThat(new Occasion(OccasionKind.BIRTHDAY, day, null).comesYearly()).isTrue();
    assertThat(new Occasion(OccasionKind.BIRTHDAY, day, null, false, null).comesYearly()).isFalse();
    assertThat(new Occasion(OccasionKind.BOOK, day, null).comesYearly()).isFalse();
    assertThat(new Occasion(OccasionKind.BOOK, day, null, true, null).comesYearly()).isTrue();
    assertThat(new Occasion(OccasionKind.OTHER, day, true, null, null).comesYearly()).isTrue();
  }

  @Example
  void a_year_that_is_not_known_is_never_that_of_a_client() {
    var birthday = new Occasion(OccasionKind.BIRTHDAY, LocalDate.of(2000, 2, 29), true, null, null);

    assertThat(birthday.date()).isEqualTo(LocalDate.of(1604, 2, 29));
    assertThat(birthday.dayNearest(TODAY)).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(birthday.dayNearest(LocalDate.of(2028, 3, 10))).isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Property
  void what_comes_every_year_is_never_further_than_half_a_year_and_always_on_its_day(
      @ForAll int said, @ForAll int asked) {
    var date = LocalDate.of(1904, 1, 1).plusDays(Math.floorMod(said, 60_000));
    var today = LocalDate.of(1904, 1, 1).plusDays(Math.floorMod(asked, 60_000));

    var day = new Occasion(OccasionKind.BIRTHDAY, date, null).dayNearest(today);

    assertThat(Math.abs(DAYS.between(today, day))).isLessThanOrEqualTo(183);
    assertThat(MonthDay.from(day))
        .isEqualTo(
            date.getDayOfMonth() == 29 && date.getMonthValue() == 2 && !day.isLeapYear()
                ? MonthDay.of(2, 28)
                : MonthDay.from(date));
  }
}
