package dev.followthrough.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

  @Test
  void an_instant_may_have_any_offset_and_keeps_milliseconds() {
    assertThat(Scalars.instant("2026-03-01T10:00:00.123999+01:00"))
        .isEqualTo(Instant.parse("2026-03-01T09:00:00.123Z"));
    assertThat(Scalars.instant("2028-02-29t23:59:59z")).isEqualTo("2028-02-29T23:59:59Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-01",
        "2026-03-01T10:00:00",
        "2026-03-01T10:00Z",
        "2026-02-29T10:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T10:00:00+25:00",
        "0001-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "9999-12-31T23:59:59-01:00",
        "+10000-01-01T00:00:00Z",
        "2026-03-01T10:00:00Z ",
        "1772359200"
      })
  void what_is_no_instant_of_rfc_3339_is_refused(String text) {
    assertThatThrownBy(() -> Scalars.instant(text)).isInstanceOf(Scalars.NotOfForm.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "2026-2-3", "26-02-03", "1800-01-01", "2026-02-03Z"})
  void what_is_no_date_is_refused(String text) {
    assertThatThrownBy(() -> Scalars.date(text)).isInstanceOf(Scalars.NotOfForm.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "00000000000070008000000000000000", "x"})
  void what_is_no_uuid_is_refused(String text) {
    assertThatThrownBy(() -> Scalars.uuid(text)).isInstanceOf(Scalars.NotOfForm.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "+01:00", "europe/berlin"})
  void what_is_no_zone_of_iana_is_refused(String text) {
    assertThatThrownBy(() -> Scalars.zone(text)).isInstanceOf(Scalars.NotOfForm.class);
  }
}
