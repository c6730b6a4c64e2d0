package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B6: what a contact's *forget me* does here. */
@QuarkusTest
class ForgetMeTest extends ContactsApi {

  private int told;

  @Test
  void who_wants_to_be_forgotten_is_removed_at_once_as_the_owner_would_remove_them() {
    var ada = contact("Ada");

    wishes(ada);

    get("/v1/contacts/" + ada).statusCode(404);
    get("/v1/contacts?removed=true").body("items.id", contains(ada));
    assertThat(published(2))
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "contact.removed");
  }

  @Test
  void a_second_wish_and_that_of_one_who_is_gone_do_nothing_more() {
    var ada = contact("Ada");
    wishes(ada);

    wishes(ada);
    wishes(UUID.randomUUID().toString());
    contact("Bob");

    assertThat(published(3))
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "contact.removed", "contact.added");
  }

  @Test
  void the_owner_can_restore_them_within_the_30_days() {
    var ada = contact("Ada");
    wishes(ada);

    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);

    get("/v1/contacts/" + ada).statusCode(200);
    assertThat(published(3)).extracting(EventRecord::type).last().isEqualTo("contact.restored");
  }

  @Test
  void they_are_erased_for_good_when_the_30_days_are_over() {
    time.freeze(Instant.parse("2026-03-25T12:00:00Z"));
    var ada = contact("Ada");
    wishes(ada);

    time.advance(Duration.ofDays(30).plusMillis(1));

    assertThat(probe.awaitEvent("contacts", ownerId(), ContactErased.class).contactId())
        .isEqualTo(UUID.fromString(ada));
    get("/v1/contacts?removed=true").body("items", empty());
  }

  /** Tells it as commitments-service does, and waits until it has been heard. */
  private void wishes(String contactId) {
    var wish = new ErasureRequested(UUID.fromString(contactId), time.now());
    probe.publish("commitments", ownerId(), wish, time.now());
    told++;
    api()
        .header("Followthrough-Position", "commitments." + told)
        .get("/v1/profile")
        .then()
        .statusCode(200);
  }
}
