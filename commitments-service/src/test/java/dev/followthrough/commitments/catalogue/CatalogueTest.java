package dev.followthrough.commitments.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.commitments.template.Template;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** B7: the catalogue of action ideas. */
class CatalogueTest {

  static Stream<Idea> ideas() {
    return Catalogue.all().stream();
  }

  @Test
  void it_holds_at_least_forty_ideas_of_each_kind_and_complexity() {
    assertThat(Catalogue.all()).hasSizeGreaterThanOrEqualTo(40);
    for (var kind : CommitmentKind.values()) {
      for (var complexity : Complexity.values()) {
        assertThat(ideas().filter(i -> i.kind() == kind && i.complexity() == complexity))
            .as("%s %s", kind, complexity)
            .hasSizeGreaterThanOrEqualTo(5);
      }
    }
  }

  @Test
  void keys_ids_and_words_are_told_once() {
    assertThat(ideas().map(Idea::key)).doesNotHaveDuplicates();
    assertThat(ideas().map(Idea::id)).doesNotHaveDuplicates();
    assertThat(ideas().map(Idea::words)).doesNotHaveDuplicates();
  }

  /** Clients keep it: whoever changes how ids are made has to bring the old ones along. */
  @Test
  void an_idea_has_the_same_id_for_ever() {
    assertThat(Catalogue.find("send-the-link").orElseThrow().id())
        .isEqualTo(UUID.fromString("8386b93f-f7b8-5ea4-ae3d-2fa605fdad6f"));
  }

  @ParameterizedTest
  @MethodSource("ideas")
  void each_idea_is_whole(Idea idea) {
    assertThat(idea.key()).matches("[a-z][a-z0-9-]{2,63}");
    assertThat(idea.words()).isNotBlank().hasSizeLessThan(100);
    assertThat(idea.area()).isNotBlank().hasSizeLessThanOrEqualTo(60);
    if (idea.kind() == CommitmentKind.SHARED) {
      assertThat(idea.said(null)).isPresent();
    } else {
      assertThat(idea.said(Party.OWNER)).isPresent();
      assertThat(idea.said(Party.contact(UUID.randomUUID()))).isPresent();
    }
    assertThat(templates(idea)).allSatisfy(t -> assertThat(new Template(t).fault()).isEmpty());
  }

  private static Stream<String> templates(Idea idea) {
    var said = idea.say();
    return Stream.concat(
        Stream.of(said.together(), said.owner(), said.contact()).filter(Objects::nonNull),
        Stream.of(Occasion.values()).flatMap(occasion -> idea.template(occasion).stream()));
  }
}
