package dev.followthrough.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.meeting.HeldMeeting;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.commitments.openloop.KnownLoop;
import dev.followthrough.commitments.openloop.OpenLoops;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.profile.OwnerFacts;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.commitments.touch.KnownTouch;
import dev.followthrough.commitments.touch.Touches;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.events.TouchRemoved;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this service knows of contacts-service's facts, as its events tell them. */
@QuarkusTest
class CopiesTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant EVER = Instant.EPOCH;

  @Inject Owners owners;
  @Inject People people;
  @Inject Touches touches;
  @Inject Meetings meetings;
  @Inject OpenLoops loops;
  @Inject OwnerZones profile;

  private UUID ada;

  @BeforeEach
  void meetAda() {
    time.freeze(NOW);
    ada = world.contact("Ada").contactId();
  }

  @Test
  void a_touch_is_answered_by_the_first_that_counts_and_unanswered_when_that_is_removed() {
    var question = touch(ada, TouchDirection.INBOUND, 5, null, false);
    var redirect = touch(ada, TouchDirection.OUTBOUND, 4, question, true);
    var answer = touch(ada, TouchDirection.OUTBOUND, 3, question, false);
    touch(ada, TouchDirection.OUTBOUND, 2, question, false);
    applied();

    assertThat(of(ada)).hasSize(4);
    assertThat(of(ada).getFirst().id()).isEqualTo(question);
    assertThat(of(ada).getFirst().answeredAt()).isEqualTo(daysAgo(3));
    assertThat(of(ada).getFirst().isAnsweredBy(daysAgo(4))).isFalse();

    world.hears(new TouchRemoved(answer, ada));
    world.hears(changed(redirect, ada, 4, null));
    applied();
    assertThat(of(ada).getFirst().answeredAt()).isEqualTo(daysAgo(2));
    assertThat(of(ada)).hasSize(3);
  }

  @Test
  void the_owner_who_answers_by_going_elsewhere_has_not_answered_but_the_contact_has() {
    var theirs = touch(ada, TouchDirection.INBOUND, 5, null, false);
    touch(ada, TouchDirection.OUTBOUND, 4, theirs, true);
    var mine = touch(ada, TouchDirection.OUTBOUND, 3, null, false);
    touch(ada, TouchDirection.INBOUND, 2, mine, true);
    applied();

    assertThat(of(ada).getFirst().answeredAt()).isNull();
    assertThat(of(ada).get(2).answeredAt()).isEqualTo(daysAgo(2));
  }

  @Test
  void touches_are_found_by_contact_and_time() {
    var bob = world.contact("Bob").contactId();
    touch(bob, TouchDirection.OUTBOUND, 5, null, false);
    var first = touch(ada, TouchDirection.OUTBOUND, 400, null, false);
    var last = touch(ada, TouchDirection.OUTBOUND, 4, null, false);
    world.hears(telling(last, ada, 4));
    applied();

    var since = daysAgo(365);
    assertThat(as(() -> touches.of(ada, since, NOW))).extracting(KnownTouch::id).containsOnly(last);
    assertThat(as(() -> touches.of(ada, EVER, daysAgo(5))))
        .extracting(KnownTouch::id)
        .containsOnly(first);
    assertThat(as(() -> touches.first(ada, NOW))).contains(daysAgo(400));
    assertThat(as(() -> touches.last(ada, NOW))).contains(daysAgo(4));
    assertThat(as(() -> touches.last(ada, daysAgo(401)))).isEmpty();
    assertThat(as(() -> touches.tells(ada, daysAgo(5), NOW))).isTrue();
    assertThat(as(() -> touches.tells(ada, daysAgo(3), NOW))).isFalse();
    assertThat(as(() -> touches.tells(bob, EVER, NOW))).isFalse();
  }

  @Test
  void a_held_meeting_is_known_for_each_who_was_there_until_it_is_voided() {
    var bob = world.contact("Bob");
    var id = Ids.next();
    world.hears(
        World.held(id, daysAgo(30), new dev.followthrough.events.Participant(ada, "Ada"), bob));
    applied();
    assertThat(as(() -> meetings.heldWith(ada, EVER, NOW)))
        .extracting(HeldMeeting::id, HeldMeeting::endsAt)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(id, daysAgo(30)));
    assertThat(as(() -> meetings.heldWith(bob.contactId(), EVER, NOW))).hasSize(1);
    assertThat(as(() -> meetings.heldWith(ada, daysAgo(29), NOW))).isEmpty();

    world.hears(new MeetingVoided(id));
    applied();
    assertThat(as(() -> meetings.heldWith(ada, EVER, NOW))).isEmpty();

    world.hears(new MeetingVoidReverted(id));
    applied();
    assertThat(as(() -> meetings.heldWith(ada, EVER, NOW))).hasSize(1);
  }

  @Test
  void a_loop_is_open_until_it_is_told_closed() {
    var touch = Ids.next();
    world.hears(
        new OpenLoopOpened(touch, ada, LoopReason.THANKS, TouchKind.EMAIL, daysAgo(4), daysAgo(1)));
    applied();
    assertThat(as(() -> loops.of(ada)))
        .containsExactly(
            new KnownLoop(touch, ada, LoopReason.THANKS, TouchKind.EMAIL, daysAgo(4), daysAgo(1)));

    world.hears(new OpenLoopClosed(touch, ada, LoopReason.THANKS, LoopEnd.ANSWERED));
    applied();
    assertThat(as(() -> loops.of(ada))).isEmpty();
  }

  @Test
  void a_contacts_facts_and_circle_are_as_they_were_told_last() {
    var facts =
        new ContactFacts(
            OriginKind.FAMILY, true, List.of("gears"), List.of("design"), List.of(), List.of());
    var eve = Ids.next();
    world.hears(new ContactAdded(eve, "Eve", false, facts));
    world.hears(new CircleChanged(eve, Circle.ACQUAINTANCE, Circle.INNER));
    // of an older version, which tells no facts
    world.hears(new ContactChanged(eve, "Eve Moore", false, List.of("name")));
    applied();

    var known = as(() -> people.present(eve)).orElseThrow();
    assertThat(known.name()).isEqualTo("Eve Moore");
    assertThat(known.facts()).isEqualTo(facts);
    assertThat(known.circle()).isEqualTo(Circle.INNER);
    var plain = as(() -> people.present(ada)).orElseThrow();
    assertThat(plain.facts().sharedInterests()).isEmpty();
    assertThat(plain.circle()).isEqualTo(Circle.ACQUAINTANCE);
  }

  @Test
  void a_removed_contact_is_not_present_until_restored() {
    world.hears(new ContactRemoved(ada));
    applied();
    assertThat(as(() -> people.present(ada))).isEmpty();
    assertThat(as(() -> people.present(List.of(ada)))).isEmpty();
    world.hears(new ContactRestored(ada, "Ada", false));
    applied();
    assertThat(as(() -> people.present(ada))).isPresent();
  }

  @Test
  void what_the_owner_says_of_themselves_stays_when_only_a_zone_is_told() {
    world.hears(
        new ProfileChanged(
            "Europe/Berlin",
            null,
            new OwnerRhythm(5, null, "07:15", null),
            List.of("design"),
            List.of(new OwnerNeed("a printer", daysAgo(40))),
            List.of("reviews"),
            daysAgo(90),
            List.of("needs")));
    world.hears(new ProfileChanged("Asia/Tokyo"));
    applied();

    assertThat(as(profile::current).getId()).isEqualTo("Asia/Tokyo");
    assertThat(as(profile::facts))
        .isEqualTo(
            new OwnerFacts(
                List.of("design"),
                List.of(new OwnerNeed("a printer", daysAgo(40))),
                List.of("reviews"),
                daysAgo(90),
                "07:15"));
  }

  @Test
  void an_erased_contact_leaves_no_copy_and_a_late_event_brings_none_back() {
    touch(ada, TouchDirection.INBOUND, 5, null, false);
    world.hears(
        World.held(Ids.next(), daysAgo(3), new dev.followthrough.events.Participant(ada, "Ada")));
    world.hears(
        new OpenLoopOpened(
            Ids.next(), ada, LoopReason.THANKS, TouchKind.EMAIL, daysAgo(4), daysAgo(1)));
    world.hears(new ContactErased(ada, Ids.next()));
    touch(ada, TouchDirection.INBOUND, 4, null, false);
    world.hears(
        World.held(Ids.next(), daysAgo(2), new dev.followthrough.events.Participant(ada, "Ada")));
    applied();

    assertNothingOf(ada);
  }

  @Test
  void an_erased_owner_leaves_no_copy() {
    touch(ada, TouchDirection.INBOUND, 5, null, false);
    world.hears(
        World.held(Ids.next(), daysAgo(3), new dev.followthrough.events.Participant(ada, "Ada")));
    world.hears(new OwnerErased(Ids.next()));
    time.advance(Duration.ofSeconds(1));
    applied();
    assertNothingOf(ada);
    assertThat(as(() -> people.present(ada))).isEmpty();
  }

  private void assertNothingOf(UUID contact) {
    assertThat(of(contact)).isEmpty();
    assertThat(as(() -> meetings.heldWith(contact, EVER, NOW))).isEmpty();
    assertThat(as(() -> loops.of(contact))).isEmpty();
  }

  private List<KnownTouch> of(UUID contact) {
    return as(() -> touches.of(contact, EVER, NOW));
  }

  private UUID touch(UUID contact, TouchDirection way, int ago, UUID answers, boolean redirects) {
    var id = Ids.next();
    world.hears(
        new TouchRecorded(
            id,
            contact,
            way,
            TouchKind.EMAIL,
            daysAgo(ago),
            answers,
            redirects,
            false,
            false,
            false,
            AsksAfter.NO,
            true,
            false));
    return id;
  }

  private static TouchChanged changed(UUID id, UUID contact, int ago, UUID answers) {
    return new TouchChanged(
        id,
        contact,
        TouchDirection.OUTBOUND,
        TouchKind.EMAIL,
        daysAgo(ago),
        answers,
        false,
        false,
        false,
        false,
        AsksAfter.NO,
        true,
        false);
  }

  private static TouchChanged telling(UUID id, UUID contact, int ago) {
    return new TouchChanged(
        id,
        contact,
        TouchDirection.OUTBOUND,
        TouchKind.EMAIL,
        daysAgo(ago),
        null,
        false,
        false,
        false,
        false,
        AsksAfter.NO,
        true,
        true);
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  /** A contact heard of later tells that all before it has been heard of. */
  private void applied() {
    world.awaits(world.contact("Zoe").contactId());
  }

  private <T> T as(Supplier<T> read) {
    return owners.act(world.owner(), read);
  }
}
