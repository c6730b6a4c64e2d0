package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.followthrough.contacts.detail.ContactParts.Note;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is said of a contact that takes up another one, and what of it goes back. */
class UnionRuleTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @Test
  void what_the_one_says_holds_and_the_other_fills_what_it_leaves_unsaid() {
    var united =
        UnionRule.united(
            of("\"name\": \"Ada\", \"role\": \"Weaver\""),
            of("\"name\": \"Ada\", \"role\": \"weaver\", \"organisation\": \"Looms\""),
            TODAY);

    assertThat(united.role()).isEqualTo("Weaver");
    assertThat(united.organisation()).isEqualTo("Looms");
    assertThat(united.notes()).isNull();
  }

  @Test
  void lists_are_united_and_what_both_say_is_there_once() {
    var united =
        UnionRule.united(
            of(
                """
                "name": "Ada", "emails": ["ada@example.org"], "tags": ["Engines"],
                "links": [{"url": "https://example.org/ada", "label": "Her"}],
                "notes": [{"date": "2026-01-01", "text": "Met"}]
                """),
            of(
                """
                "name": "Ada", "emails": ["ADA@example.org", "a@example.org"], "tags": ["engines"],
                "links": [{"url": "https://example.org/ada"}], "likes": ["gears"],
                "notes": [{"date": "2026-01-02", "text": "Met again"}]
                """),
            TODAY);

    assertThat(united.emails()).containsExactly("ada@example.org", "a@example.org");
    assertThat(united.tags()).containsExactly("Engines");
    assertThat(united.links()).hasSize(1);
    assertThat(united.likes()).containsExactly("gears");
    assertThat(united.notes()).extracting(Note::text).containsExactly("Met", "Met again");
  }

  @Test
  void what_they_say_differently_stands_in_a_note() {
    var united =
        UnionRule.united(
            of("\"name\": \"Ada\", \"role\": \"Weaver\", \"origin\": {\"kind\": \"work\"}"),
            of(
                """
                "name": "Countess", "role": "Poet", "circle": "inner", "cadenceDays": 9,
                "origin": {"kind": "event", "place": "A mixer", "talkedAbout": "bicycles"}
                """),
            TODAY);

    assertThat(united.name()).isEqualTo("Ada");
    assertThat(united.circle()).isNull();
    assertThat(united.cadenceDays()).isNull();
    assertThat(united.notes())
        .containsExactly(
            new Note(
                TODAY,
                "Merged with a contact of whom was said: name: Countess; role: Poet;"
                    + " origin: kind event, place A mixer, talked about bicycles."));
  }

  @Test
  void who_is_not_to_be_contacted_is_not_whichever_says_so() {
    var open = of("\"name\": \"Ada\", \"doNotContact\": false");
    var closed = of("\"name\": \"Ada\", \"doNotContact\": true");

    assertThat(UnionRule.united(open, closed, TODAY).doNotContact()).isTrue();
    assertThat(UnionRule.united(closed, open, TODAY).doNotContact()).isTrue();
    assertThat(UnionRule.united(open, open, TODAY).doNotContact()).isFalse();
  }

  @Test
  void lists_that_are_too_long_together_are_named() {
    var tags = IntStream.range(0, 30).mapToObj(n -> "\"a%d\"".formatted(n)).toList();
    var others = IntStream.range(0, 30).mapToObj(n -> "\"b%d\"".formatted(n)).toList();
    var united =
        UnionRule.united(
            of("\"name\": \"Ada\", \"tags\": " + tags),
            of("\"name\": \"Ada\", \"tags\": " + others),
            TODAY);

    assertThat(UnionRule.tooLong(united)).containsExactly("tags");
    assertThat(UnionRule.tooLong(of("\"name\": \"Ada\", \"tags\": " + tags))).isEmpty();
  }

  @Test
  void what_was_changed_since_stays_and_of_a_list_what_the_union_brought_goes() {
    var before = of("\"name\": \"Ada\", \"tags\": [\"a\"]");
    var gone = of("\"name\": \"Ada\", \"tags\": [\"b\", \"c\"], \"role\": \"Poet\"");
    var united = UnionRule.united(before, gone, TODAY);
    var now =
        of(
            """
            "name": "Ada", "tags": ["a", "b", "d"], "role": "Poet laureate", "location": "London"
            """);

    var parted = UnionRule.parted(before, united, now);

    assertThat(parted.tags()).containsExactly("a", "d");
    assertThat(parted.role()).isEqualTo("Poet laureate");
    assertThat(parted.location()).isEqualTo("London");
  }

  @Property
  void what_nobody_changed_is_as_it_was(
      @ForAll("said") ContactFields kept, @ForAll("said") ContactFields gone) {
    var united = UnionRule.united(kept, gone, TODAY);

    assertThat(UnionRule.parted(kept, united, united)).isEqualTo(kept);
  }

  @Property
  void nothing_that_either_says_in_a_list_is_lost(
      @ForAll("said") ContactFields kept, @ForAll("said") ContactFields gone) {
    var united = UnionRule.united(kept, gone, TODAY);

    for (var said : List.of(kept, gone)) {
      if (said.tags() != null) {
        assertThat(united.tags().stream().map(String::toLowerCase))
            .containsAll(said.tags().stream().map(String::toLowerCase).toList());
      }
      if (said.notes() != null) {
        assertThat(united.notes()).containsAll(said.notes());
      }
    }
  }

  @Provide
  Arbitrary<ContactFields> said() {
    var words = Arbitraries.of("a", "b", "A", "c", "d");
    var lists = words.map("\"%s\""::formatted).list().uniqueElements().ofMaxSize(4).injectNull(.3);
    var ones = words.injectNull(.4);
    return Combinators.combine(lists, lists, lists, ones, ones, ones)
        .as(
            (tags, likes, needs, role, place, note) -> {
              var fields = new StringBuilder("\"name\": \"Ada\"");
              add(fields, "tags", tags);
              add(fields, "likes", likes);
              add(fields, "needs", needs);
              add(fields, "role", role == null ? null : '"' + role + '"');
              add(fields, "location", place == null ? null : '"' + place + '"');
              add(
                  fields,
                  "notes",
                  note == null
                      ? null
                      : "[{\"date\": \"2026-01-01\", \"text\": \"%s\"}]".formatted(note));
              return of(fields.toString());
            });
  }

  private static void add(StringBuilder fields, String name, Object value) {
    if (value != null) {
      fields.append(", \"").append(name).append("\": ").append(value);
    }
  }

  private static ContactFields of(String fields) {
    try {
      return JSON.readValue("{" + fields + "}", ContactFields.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
