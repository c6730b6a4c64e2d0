package dev.followthrough.contacts.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: links are kept in one spelling. */
class LinkSpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS://Ada.Example/Path          | https://ada.example/Path",
        "https://ada.example:443/          | https://ada.example",
        "http://ada.example:80             | http://ada.example",
        "http://ada.example:8080/          | http://ada.example:8080",
        "https://ada.example/#about        | https://ada.example",
        "https://ada.example/a/            | https://ada.example/a/",
        "https://ada.example/?utm_source=x&id=7&UTM_medium=y | https://ada.example/?id=7",
        "https://ada.example/a?utm_source=x | https://ada.example/a",
        "https://[2001:DB8::1]:443/x       | https://[2001:db8::1]/x",
        "https://bücher.example/ä?q=ü      | https://bücher.example/ä?q=ü",
      })
  void a_link_is_kept_without_what_does_not_tell_it_from_others(String said, String kept)
      throws Misspelt {
    assertThat(LinkSpelling.of(said)).isEqualTo(kept);
    assertThat(LinkSpelling.of(kept)).as("spelt again").isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:secret@ada.example/",
        "https:///path",
        "https://ada.example:99999/",
        "https://[nonsense/",
        "ftp://ada.example"
      })
  void what_is_no_link_or_holds_a_password_is_refused(String said) {
    assertThatThrownBy(() -> LinkSpelling.of(said)).isInstanceOf(Misspelt.class);
  }
}
