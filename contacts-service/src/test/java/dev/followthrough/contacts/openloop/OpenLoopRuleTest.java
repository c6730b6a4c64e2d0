package dev.followthrough.contacts.openloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchDirection;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** A3: which touches want a word of the owner. */
class OpenLoopRuleTest {

  @Property
  void what_the_owner_says_opens_no_loop(
      @ForAll boolean awaits, @ForAll boolean thanks, @ForAll boolean amongThanks) {
    assertThat(OpenLoopRule.reason(TouchDirection.OUTBOUND, awaits, thanks, amongThanks)).isEmpty();
  }

  @Property
  void what_a_contact_asks_wants_an_answer_whatever_else_it_says(
      @ForAll boolean thanks, @ForAll boolean amongThanks) {
    assertThat(OpenLoopRule.reason(TouchDirection.INBOUND, true, thanks, amongThanks))
        .contains(LoopReason.QUESTION);
  }

  @Property
  void thanks_want_a_word_unless_they_come_in_an_exchange_of_thanks(
      @ForAll boolean thanks, @ForAll boolean amongThanks) {
    assertThat(OpenLoopRule.reason(TouchDirection.INBOUND, false, thanks, amongThanks).isPresent())
        .isEqualTo(thanks && !amongThanks);
  }

  @Property
  void a_loop_opens_seventy_two_hours_after_the_touch(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    var happenedAt = Instant.ofEpochSecond(second);

    assertThat(OpenLoopRule.opensAt(happenedAt).getEpochSecond() - second).isEqualTo(72 * 3600);
  }
}
