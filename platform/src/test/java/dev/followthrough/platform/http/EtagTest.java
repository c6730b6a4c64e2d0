package dev.followthrough.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

  @Test
  void a_list_of_tags_is_read_with_weak_ones_and_odd_spaces() {
    assertThat(Etag.list("If-Match", " \"1\" ,W/\"a,b\",\"\""))
        .isEqualTo(List.of(new Etag("1", false), new Etag("a,b", true), new Etag("", false)));
  }

  @Test
  void a_weak_tag_matches_weakly_only() {
    var weak = new Etag("1", true);
    assertThat(Etag.of(1).matchesStrongly(weak)).isFalse();
    assertThat(Etag.of(1).matchesWeakly(weak)).isTrue();
  }

  @Test
  void representations_of_one_version_have_tags_of_their_own_and_are_all_of_it() {
    assertThat(Etag.of(7, "shared")).isNotEqualTo(Etag.of(7)).hasToString("\"7~shared\"");
    assertThat(Etag.of(7, "shared").matchesWeakly(Etag.of(7))).isFalse();
    assertThat(Etag.of(7, "shared").isOf(7)).isTrue();
    assertThat(Etag.of(7).isOf(7)).isTrue();
    assertThat(Etag.of(7, "shared").isOf(8)).isFalse();
    assertThat(Etag.of(70).isOf(7)).isFalse();
    assertThat(new Etag("7", true).isOf(7)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "\"1", "\"1\" \"2\"", "w/\"1\"", "\"1\" x", ",", "\"a\u00e4\""})
  void what_is_no_list_of_tags_is_refused(String value) {
    assertThatThrownBy(() -> Etag.list("If-Match", value))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("If-Match:");
  }
}
