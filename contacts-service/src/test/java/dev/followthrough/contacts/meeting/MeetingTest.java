package dev.followthrough.contacts.meeting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.contacts.testing.ContactsApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A4: meetings. */
@QuarkusTest
class MeetingTest extends ContactsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);

  @Test
  void a_held_one_on_one_opens_an_agreement_without_another_call() {
    var ada = contact("Ada");

    post("/v1/meetings", meeting("oneOnOne", "held", HOUR_AGO, ada))
        .statusCode(201)
        .header("Location", startsWith("/v1/meetings/"))
        .header("Followthrough-Position", equalTo("contacts.2"))
        .body("status", equalTo("held"))
        .body("contactIds", contains(ada))
        .body("agreement.opens", equalTo(true))
        .body("agreement", not(hasKey("because")))
        .body("agreement.contactIds", contains(ada));
  }
}
