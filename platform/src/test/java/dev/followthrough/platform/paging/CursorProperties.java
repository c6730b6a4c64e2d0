package dev.followthrough.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CursorProperties {

  @Property
  void a_cursor_gives_back_its_key_to_its_own_list_alone(
      @ForAll String list, @ForAll @Size(max = 4) List<String> key) {
    var whole =
        key.stream().map(part -> part.length() > 100 ? part.substring(0, 100) : part).toList();
    var cursor = Cursor.decode(Cursor.at(list, whole).encode()).orElseThrow();
    assertThat(cursor.key()).isEqualTo(whole);
    assertThat(cursor.belongsTo(list)).isTrue();
    assertThat(cursor.belongsTo(list + "?other")).isFalse();
  }

  @Property
  void whatever_was_not_given_out_is_no_cursor(@ForAll String text) {
    assertThat(Cursor.decode(text)).isEmpty();
  }

  @Property
  void a_cursor_with_a_changed_letter_is_none(@ForAll @IntRange(max = 30) int at) {
    var good = Cursor.at("/v1/things?{}", List.of("2026-01-01", "id")).encode();
    var bad = new StringBuilder(good);
    bad.setCharAt(at % good.length(), bad.charAt(at % good.length()) == 'A' ? 'B' : 'A');
    assertThat(Cursor.decode(bad.toString())).isEmpty();
  }
}
