package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.NoAgreement;
import dev.followthrough.events.OneWeek;
import dev.followthrough.events.Participant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** A4 and B1: when a held meeting opens an agreement, and with whom. */
class AgreementRuleTest {

  private static final Instant END = Instant.parse("2026-03-05T10:00:00Z");

  @Property
  void it_opens_with_all_who_practise_or_says_why_not(
      @ForAll MeetingKind kind,
      @ForAll boolean practiceOff,
      @ForAll("people") List<Person> people,
      @ForAll @LongRange(min = 0, max = 1_000_000) long secondsLater) {
    var now = END.plusSeconds(secondsLater);

    var outcome = AgreementRule.decide(kind, practiceOff, END, people, now);

    var practising =
        people.stream().filter(person -> !person.practiceOff()).map(Person::id).toList();
    var opens =
        kind != MeetingKind.EVENT
            && !practiceOff
            && !practising.isEmpty()
            && !now.isAfter(END.plus(OneWeek.LENGTH));
    assertThat(outcome.because() == null).isEqualTo(opens);
    assertThat(outcome.with())
        .extracting(Participant::contactId)
        .isEqualTo(opens ? practising : List.of());
    if (kind == MeetingKind.EVENT) {
      assertThat(outcome.because()).isEqualTo(NoAgreement.EVENT);
    }
  }

  @Provide
  Arbitrary<List<Person>> people() {
    return Arbitraries.of(true, false)
        .map(off -> new Person(UUID.randomUUID(), "Somebody", off))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
