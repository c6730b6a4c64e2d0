package dev.followthrough.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.events.Participant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivered individual commitments are value given and received. */
@QuarkusTest
class DeliveredValueTest extends ServiceTest {

  private Participant ada;
  private World.Agreed agreement;

  @BeforeEach
  void meet() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    ada = world.contact("Ada");
    agreement = world.meets(ada);
  }

  @Test
  void a_complex_one_delivered_weighs_three_for_the_owner_who_gave_it() {
    deliver(promised("owner", "complex"));
    assertThat(figures().getDouble("given")).isEqualTo(3);
    assertThat(figures().getDouble("received")).isZero();
    assertThat(figures().getDouble("value")).isEqualTo(-0.6);
    assertThat(figures().getString("balance")).isEqualTo("contactOwes");
  }

  @Test
  void a_simple_one_weighs_one_and_is_received_from_the_contact() {
    deliver(promised(ada.contactId(), "simple"));
    assertThat(figures().getDouble("received")).isEqualTo(1);
    assertThat(figures().getDouble("value")).isEqualTo(0.33);
    assertThat(figures().getString("balance")).isEqualTo("ownerOwes");
    assertThat(figures().getInt("thanksOwed")).as("a promise kept needs no thanks").isZero();
  }

  @Test
  void what_is_only_promised_or_is_shared_is_no_value() {
    promised("owner", "simple");
    var shared = agreement.shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write it\"}").statusCode(200);
    world.post(shared, "promise", null).statusCode(200);
    deliver(shared);
    assertThat(figures().getDouble("given")).isZero();
    assertThat(figures().getDouble("received")).isZero();
    assertThat(figures().getString("balance")).isEqualTo("even");
  }

  @Test
  void a_late_delivery_is_value_though_it_is_a_miss() {
    var id = promised("owner", "simple");
    time.advance(Duration.ofDays(8));
    deliver(id);
    assertThat(figures().getDouble("given")).isEqualTo(1);
  }

  @Test
  void a_delivery_that_is_denied_is_no_value_also_a_late_one() {
    var id = promised(ada.contactId(), "simple");
    time.advance(Duration.ofDays(8));
    world.deliversThroughLink(id, ada.contactId(), "{}");
    assertThat(figures().getDouble("received")).isEqualTo(1);
    world.post(id, "denial", null).statusCode(200);
    assertThat(figures().getDouble("received")).isZero();
  }

  @Test
  void it_is_reckoned_for_the_instant_that_is_asked_for() {
    deliver(promised("owner", "simple"));
    var before = time.now().minusMillis(1);
    var inAYear = time.now().plus(Duration.ofDays(365));
    assertThat(figures("?asOf=" + before).getDouble("given")).isZero();
    world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/reciprocity?asOf=" + inAYear)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?asOf"));
    time.freeze(inAYear);
    assertThat(figures("?asOf=" + inAYear).getDouble("given")).isEqualTo(0.5);
    assertThat(figures("?asOf=" + inAYear).getString("asOf")).isEqualTo(inAYear.toString());
  }

  @Test
  void value_between_the_owner_and_another_contact_does_not_count() {
    deliver(promised("owner", "simple"));
    var bob = world.contact("Bob").contactId();
    assertThat(reciprocity(bob, "").getDouble("given")).isZero();
  }

  private UUID promised(Object promiser, String complexity) {
    var id = agreement.of(promiser);
    world
        .patch(
            "/v1/commitments/" + id,
            "{\"text\": \"Do it\", \"complexity\": \"%s\"}".formatted(complexity))
        .statusCode(200);
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  private void deliver(UUID id) {
    world.post(id, "delivery", null).statusCode(200);
  }

  private JsonPath figures() {
    return figures("");
  }

  private JsonPath figures(String query) {
    return reciprocity(ada.contactId(), query);
  }

  private JsonPath reciprocity(UUID contact, String query) {
    return world
        .client()
        .get("/v1/contacts/" + contact + "/reciprocity" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
