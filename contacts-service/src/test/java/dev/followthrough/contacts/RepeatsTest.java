package dev.followthrough.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A call is done once, however often it is sent; changes that meet do not overwrite each other. */
@QuarkusTest
class RepeatsTest extends ContactsApi {

  private static final String ADA = "{\"name\": \"Ada\"}";

  @Test
  void a_repeat_gets_the_first_answer_byte_for_byte_and_does_nothing() {
    var key = UUID.randomUUID().toString();
    var first = create(key, ADA);

    var second = create(key, ADA);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    for (var header : new String[] {"Location", "ETag", "Followthrough-Position"}) {
      assertThat(second.header(header)).isNotNull().isEqualTo(first.header(header));
    }
    get("/v1/contacts").body("items", hasSize(1));
  }

  @Test
  void a_key_belongs_to_its_body() {
    var key = UUID.randomUUID().toString();
    create(key, ADA);

    create(key, "{\"name\": \"Charles\"}")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void a_refused_call_is_not_kept() {
    var key = UUID.randomUUID().toString();
    create(key, "{}").then().statusCode(400);

    create(key, ADA).then().statusCode(201);
  }

  @Test
  void many_at_once_with_one_key_make_one_contact_and_one_event() throws Exception {
    var key = UUID.randomUUID().toString();
    var answers = new ArrayList<Response>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Response> call = () -> create(key, ADA);
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, call))) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
    get("/v1/contacts").body("items", hasSize(1));
    contact("Last");
    assertThat(published(2)).extracting(EventRecord::position).containsExactly(1L, 2L);
  }

  @Test
  void of_changes_that_name_the_same_version_one_is_made() throws Exception {
    var path = "/v1/contacts/" + contact("Ada");
    var etag = get(path).extract().header("ETag");
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var calls = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < 6; i++) {
        var role = "{\"role\": \"Role %d\"}".formatted(i);
        calls.add(
            () ->
                api()
                    .header("If-Match", etag)
                    .contentType("application/merge-patch+json")
                    .body(role)
                    .patch(path)
                    .statusCode());
      }
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).isSubsetOf(200, 409, 412);
  }

  private Response create(String key, String body) {
    return api().header("Idempotency-Key", key).body(body).post("/v1/contacts");
  }
}
