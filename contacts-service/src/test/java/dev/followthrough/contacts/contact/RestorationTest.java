package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A1: a removal can be undone for 30 days. */
@QuarkusTest
class RestorationTest extends ContactsApi {

  @Test
  void a_removed_contact_is_listed_apart_and_comes_back_as_it_was() {
    var path =
        post("/v1/contacts", "{\"name\": \"Ada\", \"circle\": \"inner\", \"tags\": [\"a\"]}")
            .extract()
            .header("Location");
    contact("Bob");
    api().delete(path).then().statusCode(204);

    get("/v1/contacts?removed=true")
        .body("items.name", contains("Ada"))
        .body("items[0].removedAt", notNullValue());
    get("/v1/contacts?removed=false").body("items.name", contains("Bob"));
    post(path + "/restoration", "")
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("circle", equalTo("inner"))
        .body("tags", contains("a"))
        .body("removedAt", nullValue());

    get(path).statusCode(200).body("name", equalTo("Ada"));
    get("/v1/contacts?q=ada").body("items", hasSize(1));
    get("/v1/contacts?removed=true").body("items", empty());
    var told = probe.awaitEvent("contacts", ownerId(), ContactRestored.class);
    assertThat("/v1/contacts/" + told.contactId()).isEqualTo(path);
    assertThat(told.name()).isEqualTo("Ada");
  }

  @Test
  void a_repeat_by_a_client_that_may_see_less_is_not_given_the_private_parts() {
    var path =
        post(
                "/v1/contacts",
                """
                {"name": "Ada", "notes": [{"date": "2026-01-15", "text": "Secret"}]}
                """)
            .extract()
            .header("Location");
    api().delete(path).then().statusCode(204);
    api().header("Idempotency-Key", "once").post(path + "/restoration").then().statusCode(200);

    withScopes("contacts:read contacts:write")
        .header("Idempotency-Key", "once")
        .post(path + "/restoration")
        .then()
        .statusCode(422)
        .body("notes", nullValue());
  }

  @Test
  void who_was_not_removed_cannot_be_restored() {
    post("/v1/contacts/" + contact("Ada") + "/restoration", "")
        .statusCode(409)
        .body("type", equalTo("/problems/contact-not-removed"));
    post("/v1/contacts/" + UUID.randomUUID() + "/restoration", "").statusCode(404);
  }

  @Test
  void another_owners_removed_contact_is_not_found() {
    var path = "/v1/contacts/" + contact("Ada");
    api().delete(path).then().statusCode(204);

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .post(path + "/restoration")
        .then()
        .statusCode(404);
  }

  @Test
  void a_moment_before_the_thirty_days_are_over_it_is_still_possible() {
    var path = "/v1/contacts/" + contact("Ada");
    time.freeze(time.now());
    api().delete(path).then().statusCode(204);

    time.advance(Duration.ofDays(30).minusMillis(1));

    post(path + "/restoration", "").statusCode(200);
    time.advance(Duration.ofDays(1));
    get(path).statusCode(200);
  }

  @Test
  void after_thirty_days_a_removed_contact_is_erased_everywhere_with_what_belongs_to_it() {
    var ada = contact("Ada");
    var meeting =
        post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofHours(-1), ada))
            .extract()
            .header("Location");
    patch("/v1/contacts/" + ada, "{\"circle\": \"inner\"}").statusCode(200);
    time.freeze(time.now());
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    time.advance(Duration.ofDays(30));

    post("/v1/contacts/" + ada + "/restoration", "").statusCode(404);
    var erased = probe.awaitEvent("contacts", ownerId(), ContactErased.class);
    assertThat(erased.contactId()).isEqualTo(UUID.fromString(ada));
    get("/v1/erasures/" + erased.erasureId()).statusCode(200).body("contactId", equalTo(ada));
    await().untilAsserted(() -> get(meeting).statusCode(404));
    get("/v1/contacts?removed=true").body("items", empty());
  }

  @Test
  void the_thirty_days_begin_anew_with_another_removal() {
    var path = "/v1/contacts/" + contact("Ada");
    time.freeze(time.now());
    api().delete(path).then().statusCode(204);
    time.advance(Duration.ofDays(20));
    post(path + "/restoration", "").statusCode(200);
    api().delete(path).then().statusCode(204);

    time.advance(Duration.ofDays(20));

    post(path + "/restoration", "").statusCode(200);
  }
}
