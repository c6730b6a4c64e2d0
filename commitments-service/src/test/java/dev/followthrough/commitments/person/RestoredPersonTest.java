package dev.followthrough.commitments.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A removed contact who comes back is known again; what the removal voided is not undone. */
@QuarkusTest
class RestoredPersonTest extends ServiceTest {

  @Inject Owners owners;

  @Test
  void a_restored_contact_is_known_again_and_what_was_voided_stays_void() {
    var ada = world.contact("Ada");
    var agreement = world.meets(ada);
    world.hears(new ContactRemoved(ada.contactId()));
    world.published(AgreementVoided.class, e -> e.agreementId().equals(agreement.id()));
    assertThat(person(ada.contactId()).removed).isTrue();

    world.hears(new ContactRestored(ada.contactId(), "Ada King", false));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(person(ada.contactId()).removed).isFalse());
    assertThat(person(ada.contactId()).name).isEqualTo("Ada King");
    assertThat(agreement.read().getList("commitments.status")).containsOnly("voided");
  }

  @Test
  void a_restored_contact_can_be_named_again_as_the_one_it_is_for() {
    var ada = world.contact("Ada");
    var agreement = world.meets(ada, world.contact("Bob"));
    var own = agreement.of("owner");
    var forAda = "{\"text\": \"A map\", \"receiverId\": \"%s\"}".formatted(ada.contactId());
    world.hears(new ContactRemoved(ada.contactId()));
    world.awaits(world.contact("Later").contactId());
    world.patch("/v1/commitments/" + own, forAda).statusCode(422);

    world.hears(new ContactRestored(ada.contactId(), "Ada", false));
    world.awaits(world.contact("Later").contactId());

    world.patch("/v1/commitments/" + own, forAda).statusCode(200);
  }

  private Person person(UUID id) {
    return owners.act(world.owner(), () -> Person.<Person>findById(id));
  }
}
