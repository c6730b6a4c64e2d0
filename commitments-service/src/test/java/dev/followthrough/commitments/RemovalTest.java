package dev.followthrough.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a removed contact, an erased one and an erased owner leave behind. */
@QuarkusTest
class RemovalTest extends ServiceTest {

  private Participant ada;
  private World.Agreed agreement;

  @BeforeEach
  void meet() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    ada = world.contact("Ada");
    agreement = world.meets(ada);
    for (var who : new String[] {"owner", ada.contactId().toString()}) {
      var id = agreement.of(who);
      world.patch("/v1/commitments/" + id, "{\"text\": \"Secret words\"}").statusCode(200);
      world.post(id, "promise", "{\"note\": \"Secret note\"}").statusCode(200);
    }
  }

  @Test
  void a_removed_contacts_open_commitments_are_void_without_evidence() {
    world.hears(new ContactRemoved(ada.contactId()));
    world.published(AgreementVoided.class, e -> e.agreementId().equals(agreement.id()));
    time.advance(Duration.ofDays(8));
    assertThat(agreement.read().getList("commitments.status")).containsOnly("voided");
    assertThat(world.publishedUntil("agreement.voided")).doesNotContain("commitment.missed");
  }

  @Test
  void a_contact_removed_before_the_deadline_is_not_missed_when_that_is_heard_of_later() {
    var removedAt = time.now();
    time.freeze(agreement.dueAt().plusMillis(1));
    kafka.publish("contacts", world.owner(), new ContactRemoved(ada.contactId()), removedAt);
    // whichever comes first here, the removal or the deadline's work: it ends once
    var types = world.publishedUntil("agreement.voided", "agreement.closed");
    assertThat(types)
        .filteredOn(type -> type.equals("agreement.voided") || type.equals("agreement.closed"))
        .hasSize(1);
  }

  @Test
  void an_erased_contact_leaves_of_what_ended_only_the_owners_side() {
    world.post(agreement.of("owner"), "delivery", "{\"note\": \"Secret note\"}").statusCode(200);
    world.hears(new ContactRemoved(ada.contactId()));
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    var receipt = world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    assertThat(receipt.service()).isEqualTo("commitments");

    var left = world.client().get("/v1/agreements/" + agreement.id()).then().extract();
    assertThat(left.asString()).doesNotContain("Ada", ada.contactId().toString(), "Secret");
    assertThat(left.jsonPath().getList("commitments.status")).contains("delivered");
    assertThat(world.agreements("contactId=" + ada.contactId()).getList("items")).isEmpty();
  }

  @Test
  void an_erasure_by_a_clock_that_is_behind_is_done_and_reported() {
    world.hears(new OwnerErased(Ids.next()));
    var second = Ids.next();
    var behind = time.now().minus(Duration.ofHours(1));
    kafka.publish("contacts", world.owner(), new OwnerErased(second), behind);
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(second));
  }

  @Test
  void an_erased_owner_leaves_nothing_and_a_late_event_brings_nothing_back() {
    var erasure = Ids.next();
    var before = time.now();
    time.advance(Duration.ofSeconds(1));
    world.hears(new OwnerErased(erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    world.client().get("/v1/agreements/" + agreement.id()).then().statusCode(404);

    var late = Ids.next();
    kafka.publish("contacts", world.owner(), World.held(late, before, ada), before);
    assertThat(world.agreements("meetingId=" + late).getList("items")).isEmpty();
    assertThat(world.agreements("limit=5").getList("items")).isEmpty();
    time.advance(Duration.ofDays(8));
    assertThat(world.publishedUntil("erasure.completed")).doesNotContain("commitment.missed");
  }
}
