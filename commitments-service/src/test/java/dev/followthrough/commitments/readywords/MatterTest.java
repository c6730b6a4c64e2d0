package dev.followthrough.commitments.readywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.catalogue.Catalogue;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.commitments.template.Placeholder;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B7: words ready to send, whatever is known. */
class MatterTest {

  private static final Party ADA = Party.contact(new UUID(1, 1));
  private static final Idea LINK = Catalogue.find("send-the-link").orElseThrow();
  private static final Idea ARTICLE = Catalogue.find("write-an-article").orElseThrow();

  @Test
  void the_agreed_words_are_quoted_on_one_line_without_their_full_stop() {
    assertThat(new Matter(Party.OWNER, " Send the\n link.", null).words(Occasion.NUDGE, Map.of()))
        .isEqualTo("Hi there, I have not forgotten what I said I would do: “Send the link”.");
  }

  @Test
  void an_idea_speaks_for_itself_while_nothing_else_is_agreed() {
    var facts = Map.of(Placeholder.NAME, "Ada", Placeholder.TOPIC, "gears");

    assertThat(new Matter(Party.OWNER, null, LINK).words(Occasion.PROPOSAL, facts))
        .contains("Hi Ada,", "send you the link we talked about, the one on gears");
    assertThat(new Matter(ADA, null, LINK).words(Occasion.PROPOSAL, facts))
        .contains("send me the link we talked about, the one on gears");
    assertThat(new Matter(null, null, ARTICLE).words(Occasion.PROPOSAL, facts))
        .contains("an article", "gears");
  }

  @Test
  void what_was_agreed_counts_more_than_the_idea_it_came_from() {
    assertThat(new Matter(null, "A book on gears", ARTICLE).words(Occasion.PROPOSAL, Map.of()))
        .contains("“A book on gears”")
        .doesNotContain("article");
  }

  @Test
  void the_deadline_is_written_out_in_the_owners_zone() {
    var dueAt = Instant.parse("2026-03-29T01:30:00Z");
    var zone = ZoneId.of("Europe/Berlin");

    assertThat(Deadline.fact(dueAt, zone, dueAt))
        .isEqualTo(Map.of(Placeholder.DEADLINE, "Sunday 29 March 2026 at 03:30 (Europe/Berlin)"));
    assertThat(Deadline.fact(dueAt, zone, dueAt.plusMillis(1)))
        .containsOnlyKeys(Placeholder.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void with_nothing_known_the_words_still_read_well(Occasion occasion) {
    for (var promiser : sides()) {
      if (occasion == Occasion.APOLOGY && ADA.equals(promiser)) {
        continue; // is refused: the owner has nothing to apologise for
      }
      assertThat(new Matter(promiser, null, null).words(occasion, Map.of()))
          .startsWith("Hi there, ")
          .matches("[^{}\\[\\]]+[.?]");
    }
  }

  @Property
  void no_gap_is_left_open_whatever_is_known_of_any_idea(
      @ForAll Occasion occasion, @ForAll List<Placeholder> known) {
    var facts = new EnumMap<Placeholder, String>(Placeholder.class);
    known.forEach(placeholder -> facts.put(placeholder, "gears"));
    for (var idea : Catalogue.all()) {
      var promiser = idea.kind() == CommitmentKind.SHARED ? null : Party.OWNER;

      assertThat(new Matter(promiser, null, idea).words(occasion, facts))
          .startsWith("Hi ")
          .matches("[^{}\\[\\]]+[.?]")
          .doesNotContain("  ", " .", " ,", "..", "?.");
    }
  }

  private static List<Party> sides() {
    var sides = new ArrayList<Party>(List.of(Party.OWNER, ADA));
    sides.add(null);
    return sides;
  }
}
