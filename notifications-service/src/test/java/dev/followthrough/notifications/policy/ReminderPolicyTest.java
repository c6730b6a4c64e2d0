package dev.followthrough.notifications.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.followthrough.notifications.testing.Client;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ReminderPolicyTest {

  private static final String PATH = "/v1/reminder-policy";

  private final Client owner = Client.ofNewOwner();

  @Test
  void the_usual_is_a_day_and_two_hours_before_and_after_a_miss() {
    owner
        .get(PATH)
        .statusCode(200)
        .body("ownPromises.on", equalTo(true))
        .body("ownPromises.before", contains("PT24H", "PT2H"))
        .body("ownPromises.afterMiss", equalTo(true))
        .body("contactsPromises.before", contains("PT24H", "PT2H"))
        .body("assessments.before", contains("PT168H", "PT24H"))
        .body("keepInTouch.on", equalTo(true))
        .body("keepInTouch.at", equalTo("08:00"));
  }

  @Test
  void what_is_said_takes_the_place_of_all_and_what_is_left_out_is_as_usual() {
    put("{\"keepInTouch\": {\"on\": false, \"at\": \"18:15\"}}").statusCode(200);

    put("{\"contactsPromises\": {\"on\": true, \"before\": [\"PT1H30M\"], \"afterMiss\": false}}")
        .statusCode(200);

    owner
        .get(PATH)
        .body("contactsPromises.before", contains("PT1H30M"))
        .body("contactsPromises.afterMiss", equalTo(false))
        .body("ownPromises.before", contains("PT24H", "PT2H"))
        .body("keepInTouch.on", equalTo(true));
    Client.ofNewOwner().get(PATH).body("contactsPromises.before", contains("PT24H", "PT2H"));
  }

  @Test
  void leads_that_are_none_are_refused_all_at_once() {
    put("{\"ownPromises\": {\"on\": true, \"afterMiss\": true, \"before\":"
            + " [\"P1D\", \"PT0M\", \"PT168H1M\", \"PT60M\", \"PT1H\"]}}")
        .statusCode(400)
        .body(
            "errors.pointer",
            contains(
                "/ownPromises/before/0",
                "/ownPromises/before/1",
                "/ownPromises/before/2",
                "/ownPromises/before/4"))
        .body("errors.rule", hasItems("duration", "range", "once"));
  }

  @Test
  void a_change_by_somebody_else_in_between_is_noticed() {
    var etag = owner.get(PATH).extract().header("ETag");
    put("{}").statusCode(200);

    owner
        .request()
        .header("If-Match", etag)
        .body("{}")
        .put(PATH)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/precondition-failed"));
  }

  private io.restassured.response.ValidatableResponse put(String body) {
    return owner.request().body(body).put(PATH).then();
  }
}
