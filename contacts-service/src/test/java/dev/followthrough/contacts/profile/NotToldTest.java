package dev.followthrough.contacts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A13: when what I do now changes, every contact not told since is listed. */
@QuarkusTest
class NotToldTest extends TouchesApi {

  private static final String TELLS = "\"tellsWhatIDoNow\": true";

  @Test
  void while_the_owner_has_not_said_what_they_do_nobody_is_listed() {
    contact("Ada");

    get("/v1/profile/not-told").statusCode(200).body("items", empty());
  }

  @Test
  void whoever_was_told_since_the_change_is_not_listed() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    iDo("I build engines.");
    get("/v1/profile/not-told")
        .body("items.contactId", contains(bob, ada))
        .body("items.name", contains("Bob", "Ada"))
        .body("items[0].lastToldAt", nullValue());

    touch(ada, "outbound", Duration.ZERO, TELLS);
    touch(bob, "outbound", Duration.ZERO, "");

    get("/v1/profile/not-told").body("items.contactId", contains(bob));
  }

  @Test
  void a_change_of_the_words_lists_those_again_who_were_told_before() {
    var ada = contact("Ada");
    iDo("I build engines.");
    touch(ada, "outbound", Duration.ZERO, TELLS);
    get("/v1/profile/not-told").body("items", empty());

    time.advance(Duration.ofHours(1));
    iDo("I build bicycles.");

    get("/v1/profile/not-told")
        .body("items.contactId", contains(ada))
        .body("items[0].lastToldAt", notNullValue());
  }

  @Test
  void words_that_stay_keep_their_date() {
    iDo("I build engines.");
    var since = get("/v1/profile").extract().path("whatIDoNowSince");
    time.advance(DAY);

    iDo("I build engines.");
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\"}").statusCode(200);

    get("/v1/profile").body("whatIDoNowSince", equalTo(since));
  }

  @Test
  void the_owner_can_date_the_change_back_but_not_ahead() {
    var ada = contact("Ada");
    touch(ada, "outbound", DAY, TELLS);
    iDo("I build engines.");
    get("/v1/profile/not-told").body("items.contactId", contains(ada));

    patch("/v1/profile", "{\"whatIDoNowSince\": \"%s\"}".formatted(at(DAY.multipliedBy(-2))))
        .statusCode(200);
    get("/v1/profile/not-told").body("items", empty());
    patch("/v1/profile", "{\"whatIDoNowSince\": \"%s\"}".formatted(at(DAY)))
        .statusCode(400)
        .body("errors.pointer", contains("/whatIDoNowSince"));
  }

  @Test
  void clearing_the_words_clears_their_date() {
    contact("Ada");
    iDo("I build engines.");

    patch("/v1/profile", "{\"whatIDoNow\": null}")
        .statusCode(200)
        .body("whatIDoNow", nullValue())
        .body("whatIDoNowSince", nullValue());

    get("/v1/profile/not-told").body("items", empty());
  }

  @Test
  void removed_contacts_are_not_listed_and_the_rest_come_in_parts() {
    var ada = contact("Ada");
    var gone = contact("Gone");
    var bob = contact("Bob");
    api().delete("/v1/contacts/" + gone).then().statusCode(204);
    iDo("I build engines.");

    var first = get("/v1/profile/not-told?limit=1").body("items.contactId", contains(bob));
    String cursor = first.extract().path("nextCursor");
    var second =
        get("/v1/profile/not-told?limit=1&cursor=" + cursor).body("items.contactId", contains(ada));

    assertThat(second.extract().<String>path("nextCursor")).isNull();
  }

  private void iDo(String words) {
    patch("/v1/profile", "{\"whatIDoNow\": \"%s\"}".formatted(words)).statusCode(200);
  }
}
