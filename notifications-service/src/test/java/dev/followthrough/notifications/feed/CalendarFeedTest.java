package dev.followthrough.notifications.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.DiaryRows;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** D6: the owner makes, changes and revokes feeds. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class CalendarFeedTest {

  private static final String PATH = "/v1/calendar-feeds";

  private final Client owner = Client.ofNewOwner();

  @Test
  void a_feed_holds_everything_unless_said_and_its_address_is_shown_once() {
    var made =
        owner
            .post(PATH, null)
            .statusCode(201)
            .body("name", equalTo("Followthrough"))
            .body("parts", contains("meetings", "deadlines", "keepInTouch"))
            .body("url", startsWith("http://"))
            .body("url", matchesRegex(".*/v1/feeds/[A-Za-z0-9_-]{43}/calendar\\.ics"))
            .header("ETag", equalTo("\"0\""))
            .extract();
    String id = made.path("id");
    assertThat(made.header("Location")).endsWith(PATH + "/" + id);
    assertThat(RestAssured.get((String) made.path("url")).statusCode()).isEqualTo(200);

    owner.get(PATH + "/" + id).statusCode(200).body("url", equalTo(null));
    owner.get(PATH).body("items.id", contains(id)).body("items[0].url", equalTo(null));
  }

  @Test
  void of_the_address_only_a_hash_is_kept() {
    String url = owner.post(PATH, "{}").extract().path("url");
    var token = url.replaceAll(".*/feeds/(.*)/calendar.ics", "$1");

    assertThat(DiaryRows.holding("feed_token", owner.owner(), token)).isZero();
    assertThat(DiaryRows.holding("calendar_feed", owner.owner(), token)).isZero();
    assertThat(
            DiaryRows.holding(
                "feed_token", owner.owner(), HexFormat.of().formatHex(RandomToken.hash(token))))
        .isOne();
  }

  @Test
  void a_repeat_of_the_call_gets_the_same_address_which_is_stored_sealed() {
    var first = again();

    assertThat(again()).isEqualTo(first);
    owner.get(PATH).body("items.size()", equalTo(1));
    var token = first.replaceAll(".*/feeds/(.*)/calendar.ics.*", "$1");
    assertThat(DiaryRows.holding("idempotency_key", owner.owner(), hex(token))).isZero();
  }

  private String again() {
    return owner
        .request()
        .header("Idempotency-Key", "once")
        .body("{}")
        .post(PATH)
        .then()
        .statusCode(201)
        .extract()
        .asString();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void its_name_and_parts_can_be_changed_and_null_brings_the_usual_back() {
    var made = owner.post(PATH, "{\"name\": \"My; week\", \"parts\": [\"deadlines\"]}").extract();
    String id = made.path("id");
    String url = made.path("url");
    assertThat(RestAssured.get(url).asString())
        .contains("\r\nNAME:My\\; week\r\n", "\r\nX-WR-CALNAME:My\\; week\r\n");

    owner
        .patch(PATH + "/" + id, "{\"name\": null, \"parts\": [\"meetings\", \"keepInTouch\"]}")
        .statusCode(200)
        .body("name", equalTo("Followthrough"))
        .body("parts", contains("meetings", "keepInTouch"))
        .header("ETag", equalTo("\"1\""));

    assertThat(RestAssured.get(url).asString()).contains("\r\nNAME:Followthrough\r\n");
    owner
        .patch(PATH + "/" + id, "{\"parts\": null}")
        .body("parts", contains("meetings", "deadlines", "keepInTouch"));
  }

  @Test
  void a_change_by_somebody_else_in_between_is_noticed() {
    String id = owner.post(PATH, "{}").extract().path("id");
    owner.patch(PATH + "/" + id, "{\"name\": \"A\"}").statusCode(200);

    owner
        .request()
        .header("If-Match", "\"0\"")
        .delete(PATH + "/" + id)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/precondition-failed"));
  }

  @Test
  void names_without_a_word_and_parts_that_are_none_or_twice_are_refused_all_at_once() {
    owner
        .post(PATH, "{\"name\": \" \", \"parts\": [\"meetings\", \"meetings\"]}")
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/parts/1"))
        .body("errors.rule", containsInAnyOrder("not-blank", "once"));
    owner
        .post(PATH, "{\"name\": \"%s\", \"parts\": []}".formatted("x".repeat(101)))
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/parts"));
    owner.post(PATH, "{\"parts\": [\"notes\"]}").statusCode(400);
    owner.get(PATH).body("items.size()", equalTo(0));
  }

  @Test
  void a_revoked_feed_is_gone_at_once_and_another_owner_cannot_touch_it() {
    var made = owner.post(PATH, "{}").extract();
    var path = PATH + "/" + made.path("id");
    var other = Client.ofNewOwner();
    other.get(path).statusCode(404);
    other.patch(path, "{\"name\": \"Mine\"}").statusCode(404);
    other.delete(path).statusCode(404);
    other.get(PATH).body("items.size()", equalTo(0));

    owner.delete(path).statusCode(204);

    owner.get(path).statusCode(404);
    assertThat(RestAssured.get((String) made.path("url")).statusCode()).isEqualTo(404);
    assertThat(DiaryRows.holding("feed_token", owner.owner(), "")).isZero();
  }

  @Test
  void there_are_only_so_many_of_one_owner() {
    DiaryRows.feeds(owner.owner(), 1999);
    owner.post(PATH, "{}").statusCode(201);

    owner
        .post(PATH, "{}")
        .statusCode(409)
        .body("type", endsWith("/problems/too-many-calendar-feeds"));
  }

  @Test
  void the_list_goes_on_by_cursor() {
    for (var i = 0; i < 3; i++) {
      owner.post(PATH, "{\"name\": \"%d\"}".formatted(i)).statusCode(201);
    }

    String cursor =
        owner
            .get(PATH + "?limit=2")
            .body("items.name", contains("0", "1"))
            .extract()
            .path("nextCursor");
    owner.get(PATH + "?limit=2&cursor=" + cursor).body("items.name", contains("2"));
  }
}
