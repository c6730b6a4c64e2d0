package dev.followthrough.commitments.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B7: words with gaps, and how they are filled. */
class TemplateTest {

  private static final Map<Placeholder, String> ADA = Map.of(Placeholder.NAME, "Ada");

  @Test
  void facts_fill_the_gaps() {
    var facts = Map.of(Placeholder.NAME, "Ada", Placeholder.TOPIC, "gears");

    assertThat(new Template("Hi {name}, more[ about {topic}]?").fill(facts))
        .isEqualTo("Hi Ada, more about gears?");
  }

  @Test
  void what_stands_in_brackets_goes_when_a_gap_in_it_cannot_be_filled() {
    assertThat(new Template("Hi {name}, more[ about {topic}, {name}]?").fill(ADA))
        .isEqualTo("Hi Ada, more?");
  }

  @Test
  void brackets_without_a_gap_stay() {
    assertThat(new Template("Hi[ dear] {name}").fill(ADA)).isEqualTo("Hi dear Ada");
  }

  @Test
  void outside_brackets_an_unknown_fact_gets_words_that_still_read_well() {
    assertThat(new Template("Hi {name}, I think of {topic}.").fill(Map.of()))
        .isEqualTo("Hi there, I think of what we talked about.");
  }

  @Test
  void the_first_template_that_the_facts_fill_is_taken_else_the_last() {
    var templates = List.of("{name} and {topic}", "only {name}[ {topic}]", "nobody {topic}");

    assertThat(Template.fillFirst(templates, ADA)).isEqualTo("only Ada");
    assertThat(Template.fillFirst(templates, Map.of())).isEqualTo("nobody what we talked about");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi {name}[ about {topic}]|",
        "no gaps|",
        "Hi {naem}|knows no {naem}",
        "Hi {}|knows no {}",
        "Hi {name|curly braces",
        "Hi name}|curly braces",
        "Hi {{name}}|curly braces",
        "Hi [a [b] c]|square brackets",
        "Hi [a|square brackets",
        "Hi a]|square brackets",
        "Hi {na[me}]|curly braces"
      })
  void a_template_that_cannot_be_meant_says_what_is_wrong(String text, String fault) {
    var found = new Template(text).fault().orElse(null);

    if (fault == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found).contains(fault);
    }
  }

  @Property
  void what_is_filled_in_is_never_read_as_a_template(@ForAll String name) {
    assertThat(new Template("Hi {name}![ {name}]").fill(Map.of(Placeholder.NAME, name)))
        .isEqualTo("Hi " + name + "! " + name);
  }
}
