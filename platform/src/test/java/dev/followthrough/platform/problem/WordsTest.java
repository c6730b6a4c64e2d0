package dev.followthrough.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.platform.secret.RandomToken;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void a_secret_in_a_path_is_left_out_wherever_it_stands_and_however_it_is_written() {
    var token = RandomToken.next().text();

    assertThat(Words.path("/s/" + token)).isEqualTo("/s/{token}");
    assertThat(Words.path("/v1/shared/" + token + "/no-thanks"))
        .isEqualTo("/v1/shared/{token}/no-thanks");
    assertThat(Words.path("/feeds/" + token + ".ics")).isEqualTo("/feeds/{token}.ics");
    var written = "%%%02X".formatted((int) token.charAt(0)) + token.substring(1);
    assertThat(Words.path("/s/" + written)).isEqualTo("/s/{token}");
  }

  @Test
  void any_other_path_is_shown_as_it_was_asked_for() {
    for (var path :
        new String[] {
          "/v1/contacts/01a2117f-965f-780b-9560-81e0575279c6", "/v1/x%zz", "/v1/x%20y+z", "/", ""
        }) {
      assertThat(Words.path(path)).isEqualTo(path);
    }
  }
}
