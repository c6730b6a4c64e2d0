package dev.followthrough.contacts.meeting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.followthrough.contacts.testing.ContactsApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A1, A4: a meeting's notes are private notes. */
@QuarkusTest
class MeetingNotesTest extends ContactsApi {

  private static final String SHARED = "contacts:read contacts:write";
  private static final Duration HOUR_AGO = Duration.ofHours(-1);

  @Test
  void notes_are_read_with_contacts_private_only_wherever_a_meeting_is_shown() {
    var path = noted("scheduled", HOUR_AGO);

    get(path).body("notes", equalTo("Nervous."));
    get("/v1/meetings").body("items.notes", contains("Nervous."));
    shared("GET", path, null).statusCode(200).body("$", not(hasKey("notes")));
    shared("GET", "/v1/meetings", null).statusCode(200).body("items[0]", not(hasKey("notes")));
    shared("PATCH", path, "{\"topics\": [\"yarn\"]}")
        .statusCode(200)
        .body("topics", contains("yarn"))
        .body("$", not(hasKey("notes")));
    shared("POST", path + "/hold", "").statusCode(200).body("$", not(hasKey("notes")));
    shared("POST", path + "/void", "").statusCode(200).body("$", not(hasKey("notes")));
    get(path).body("notes", equalTo("Nervous."));
    var other = noted("scheduled", Duration.ofHours(3));
    shared("POST", other + "/cancel", "").statusCode(200).body("$", not(hasKey("notes")));
    get(other).body("notes", equalTo("Nervous."));
  }

  @Test
  void notes_are_written_with_contacts_private_only() {
    var ada = contact("Ada");
    var path = noted("held", HOUR_AGO);

    shared("POST", "/v1/meetings", withNotes("held", HOUR_AGO, ada))
        .statusCode(403)
        .body("type", equalTo("/problems/missing-scope"))
        .body("scope", equalTo("contacts:private"));
    shared("PATCH", path, "{\"notes\": \"Calm.\"}")
        .statusCode(403)
        .body("scope", equalTo("contacts:private"));
    shared("PATCH", path, "{\"notes\": null}").statusCode(403);
    shared("POST", "/v1/meetings", meeting("oneOnOne", "held", HOUR_AGO, ada)).statusCode(201);
    get(path).body("notes", equalTo("Nervous."));
  }

  @Test
  void what_is_read_without_the_notes_is_another_representation_of_the_same_version() {
    for (var path : new String[] {noted("held", HOUR_AGO), noted("scheduled", HOUR_AGO)}) {
      var whole = get(path).extract().header("ETag");
      var part = shared("GET", path, null).extract().header("ETag");

      withScopes(SHARED).header("If-None-Match", whole).get(path).then().statusCode(200);
      withScopes(SHARED).header("If-None-Match", part).get(path).then().statusCode(304);
      api().header("If-None-Match", part).get(path).then().statusCode(200);
      api()
          .header("If-Match", part)
          .contentType("application/merge-patch+json")
          .body("{\"topics\": [\"yarn\"]}")
          .patch(path)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void a_repeat_without_the_scope_does_not_get_the_notes_of_the_first_answer() {
    var key = UUID.randomUUID().toString();
    var path = noted("scheduled", HOUR_AGO);
    api()
        .header("Idempotency-Key", key)
        .post(path + "/hold")
        .then()
        .statusCode(200)
        .body("notes", equalTo("Nervous."));

    withScopes(SHARED)
        .header("Idempotency-Key", key)
        .post(path + "/hold")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"))
        .body("$", not(hasKey("notes")));
  }

  private String noted(String status, Duration endsIn) {
    return post("/v1/meetings", withNotes(status, endsIn, contact("Ada")))
        .statusCode(201)
        .body("notes", equalTo("Nervous."))
        .extract()
        .header("Location");
  }

  private String withNotes(String status, Duration endsIn, String contactId) {
    return meeting("oneOnOne", status, endsIn, contactId)
        .replaceFirst("\\{", "{\"notes\": \"Nervous.\",");
  }

  private ValidatableResponse shared(String method, String path, String body) {
    var call = withScopes(SHARED);
    if (method.equals("PATCH")) {
      call.contentType("application/merge-patch+json");
    }
    if (body != null) {
      call.body(body);
    }
    return call.request(method, path).then();
  }
}
