package dev.followthrough.contacts.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A1: telephone numbers are kept as E.164. */
class PhoneSpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+44 20 7946 0000           |    | +442079460000",
        "+44 (0)20 7946-0000        |    | +442079460000",
        "+49 30 123456 ext 12       |    | +4930123456;ext=12",
        "+442079460000;ext=7        |    | +442079460000;ext=7",
        "030 123456                 | DE | +4930123456",
        "(212) 555-0123 x45         | US | +12125550123;ext=45",
        "+44 20 7946 0000           | DE | +442079460000",
        "00 44 20 7946 0000         | DE | +442079460000",
        "+39 06 6982                |    | +39066982",
      })
  void a_number_is_kept_as_e164_with_its_extension(String said, String region, String kept)
      throws Misspelt {
    var spelt = PhoneSpelling.of(said, Optional.ofNullable(region));

    assertThat(spelt).isEqualTo(kept);
    assertThat(PhoneSpelling.of(spelt, Optional.empty())).as("spelt again").isEqualTo(spelt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "030 123456        |    | phone-region",
        "00 44 20 79460000 |    | phone-region",
        "+999 123456       | DE | phone-country",
        "12                | DE | phone-length",
        "+49 1             |    | phone",
        "()()              | DE | phone",
        "+1 212 555 01234567 |  | phone-length",
      })
  void what_is_no_number_is_refused_with_the_rule(String said, String region, String rule) {
    var refused =
        catchThrowableOfType(
            Misspelt.class, () -> PhoneSpelling.of(said, Optional.ofNullable(region)));

    assertThat(refused.rule()).isEqualTo(rule);
  }
}
