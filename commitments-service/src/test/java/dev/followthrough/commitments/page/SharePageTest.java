package dev.followthrough.commitments.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.commitments.World;
import dev.followthrough.commitments.World.Agreed;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B6: the other side, without an account, as a page: what a browser without scripts would do. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "commitments"))
class SharePageTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");

  @Inject SettableTime time;
  @Inject KafkaProbe kafka;
  @Inject AgroalDataSource database;
  private World world;
  private Participant ada;

  @BeforeEach
  void meetAda() {
    time.freeze(NOW);
    world = new World(kafka, time);
    ada = world.contact("Ada");
  }

  @AfterEach
  void putTheClockRight() {
    time.reset();
  }

  @Test
  void the_page_runs_no_script_loads_nothing_and_sends_only_to_where_it_came_from()
      throws Exception {
    var link = link(world.meets(ada));

    var answer = given().get(link).then().statusCode(200).extract().response();

    var page = Jsoup.parse(answer.asString());
    assertThat(page.select("script, img, iframe, link, object, [onclick], [style]")).isEmpty();
    assertThat(page.select("form")).isNotEmpty().allMatch(f -> f.attr("action").startsWith(link));
    assertThat(page.select("a[href]"))
        .allMatch(a -> a.attr("href").startsWith(link) || a.attr("href").startsWith("#"));
    var style = page.select("style").first().data().getBytes(StandardCharsets.UTF_8);
    var digest =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                .formatted(digest));
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    assertThat(answer.cookies()).isEmpty();
    given().get("/s/style.css").then().statusCode(404);
  }

  @Test
  void every_field_has_a_label_every_part_a_heading_and_the_page_a_language() {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "Gears");

    var page = page(link(agreed));

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    for (var field : page.select("textarea, input[type=text]")) {
      assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
    }
    for (var choice : page.select("input[type=radio]")) {
      assertThat(choice.closest("label")).isNotNull();
      assertThat(choice.closest("fieldset").select("legend")).hasSize(1);
    }
    for (var section : page.select("section")) {
      assertThat(page.getElementById(section.attr("aria-labelledby")).tagName()).isEqualTo("h2");
    }
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
  }

  @Test
  void the_deadline_stands_in_the_owners_zone_by_name_and_in_utc() {
    var agreed = world.meets(ada);

    assertThat(page(link(agreed)).select("time").text()).endsWith("UTC");
    assertThat(Moments.in("Europe/Berlin").full(Instant.parse("2026-03-29T11:00:00Z")))
        .isEqualTo("Sunday, 29 March 2026, 13:00 (Europe/Berlin), 11:00 UTC");
    assertThat(Moments.in("Asia/Tokyo").full(Instant.parse("2026-03-29T20:00:00Z")))
        .isEqualTo("Monday, 30 March 2026, 05:00 (Asia/Tokyo), 29 March, 20:00 UTC");
    assertThat(Moments.in("UTC").full(Instant.parse("2026-03-29T20:00:00Z")))
        .isEqualTo("Sunday, 29 March 2026, 20:00 UTC");
  }

  @Test
  void what_others_wrote_is_shown_as_they_wrote_it_and_does_nothing() {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "<script>alert(1)</script> & <b>\\\"so\\\"</b>");

    var page = page(link(agreed));

    assertThat(page.select("script, b")).isEmpty();
    assertThat(page.select(".words").text()).contains("<script>alert(1)</script> & <b>\"so\"</b>");
  }

  @Test
  void a_promise_is_posted_answered_with_see_other_and_read_again() {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "Send gears");
    var link = link(agreed);

    var answer = send(form(page(link), "promise-" + agreed.of(ada.contactId())), Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith(link + "?said=promise");
    assertThat(answer.header("Followthrough-Position")).isNull();
    var after = page(link + "?said=promise");
    assertThat(after.select("[role=status]").text()).isEqualTo("Your promise is recorded.");
    assertThat(after.text()).contains("You promised on Wednesday, 25 March 2026, 12:00 UTC.");
    assertThat(form(after, "promise-" + agreed.of(ada.contactId()))).isNull();
    world
        .client()
        .get("/v1/commitments/" + agreed.of(ada.contactId()))
        .then()
        .body("reports[0].reportedBy", equalTo(ada.contactId().toString()));
  }

  @Test
  void a_promise_to_words_that_have_changed_meanwhile_is_refused_in_words() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    words(hers, "Send gears");
    var link = link(agreed);
    var old = form(page(link), "promise-" + hers);
    words(hers, "Send ten gears");

    var answer = send(old, Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    var page = Jsoup.parse(answer.asString());
    assertThat(page.select("[role=alert] a").text()).contains("The words have changed");
    assertThat(page.select(".words").eachText()).contains("Send ten gears");
  }

  @Test
  void a_fault_is_named_with_its_field_at_the_top_and_what_was_filled_in_stays() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    words(hers, "Send gears");
    world.post(hers, "promise", null).statusCode(200);
    var link = link(agreed);
    var form = form(page(link), "delivery-" + hers);

    var answer = send(form, Map.of("note", "Sent by <mail>", "evidence", "http://no.example"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    var page = Jsoup.parse(answer.asString());
    var fault = page.select("[role=alert] a").first();
    assertThat(fault.text())
        .isEqualTo("A link that shows it: a link begins with https:// and holds no space.");
    var field = page.select(fault.attr("href")).first();
    assertThat(field.attr("name")).isEqualTo("evidence");
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(field.val()).isEqualTo("http://no.example");
    assertThat(page.getElementById("delivery-" + hers + "-note").text())
        .isEqualTo("Sent by <mail>");
    assertThat(
            send(form(page, "delivery-" + hers), Map.of("evidence", "https://a.example"))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void a_counter_proposal_that_is_refused_stands_open_and_one_that_is_taken_waits() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    var link = link(agreed);
    var form = form(page(link), "wordings-" + hers);

    var refused = Jsoup.parse(send(form, Map.of("complexity", "complex")).asString());

    assertThat(refused.select("[role=alert] a").text())
        .isEqualTo("Your words: please fill this in.");
    assertThat(form(refused, "wordings-" + hers).closest("details").hasAttr("open")).isTrue();
    assertThat(refused.select("#wordings-" + hers + " [value=complex]").hasAttr("checked"))
        .isTrue();
    var taken = send(form, Map.of("text", "Two gears", "complexity", "simple"));
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(page(link).select(".waiting").text()).contains("You suggested: Two gears");
  }

  @Test
  void a_form_that_cannot_be_read_is_answered_by_a_page() {
    var link = link(world.meets(ada));
    for (var path : List.of("/no-thanks", "/forget-me", "/commitments/x/promise")) {
      var answer =
          given()
              .contentType("application/x-www-form-urlencoded")
              .body("note=%ff")
              .post(link + path);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("text/html");
    }
  }

  @Test
  void wordings_that_wait_have_a_form_each() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    for (var text : List.of("This", "That")) {
      world
          .post(hers, "wordings", "{\"text\": \"%s\", \"proposedBy\": \"owner\"}".formatted(text))
          .statusCode(200);
    }

    var page = page(link(agreed));

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(form(page, "acceptance-" + hers + "-2")).isNotNull();
  }

  @Test
  void what_the_owner_suggests_is_accepted_by_a_button() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    world
        .post(hers, "wordings", "{\"text\": \"Rather this\", \"proposedBy\": \"owner\"}")
        .statusCode(200);
    var link = link(agreed);

    send(form(page(link), "acceptance-" + hers + "-1"), Map.of()).then().statusCode(303);

    assertThat(page(link).select(".words").eachText()).contains("Rather this");
  }

  @Test
  void what_the_owner_recorded_of_the_reader_is_said_to_be_the_owners_record() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    words(hers, "Send gears");
    var link = link(agreed);
    assertThat(page(link).text()).doesNotContain("recorded that you");
    world
        .post(
            hers,
            "wordings",
            "{\"text\": \"Send two\", \"proposedBy\": \"%s\"}".formatted(ada.contactId()))
        .statusCode(200);
    assertThat(page(link).select(".waiting").text())
        .startsWith("You suggested (so Grace recorded):");

    world.post(hers, "wordings/2/acceptance", null).statusCode(200);
    world.post(hers, "promise", null).statusCode(200);

    assertThat(page(link).text())
        .contains("Grace recorded that you agreed to these words and promised.");
  }

  @Test
  void a_delivery_is_confirmed_and_assessed_and_nobody_is_shown_the_other_sides_before_theirs() {
    var agreed = world.meets(ada);
    words(agreed.of("owner"), "I send a map");
    world.post(agreed.of("owner"), "promise", null).statusCode(200);
    var link = link(agreed);

    send(form(page(link), "confirmation-" + agreed.of("owner")), Map.of("note", "Nice"))
        .then()
        .statusCode(303);

    var assess = form(page(link), "assessment-" + agreed.of("owner"));
    var nothingChosen = send(assess, Map.of("comment", "Good"));
    assertThat(nothingChosen.statusCode()).isEqualTo(400);
    var again = Jsoup.parse(nothingChosen.asString());
    assertThat(again.select("[role=alert] a").text())
        .isEqualTo("Your assessment: please choose one.");
    assertThat(again.select("#assessment-" + agreed.of("owner") + "-comment").text())
        .isEqualTo("Good");
    send(assess, Map.of("value", "4", "comment", "Good")).then().statusCode(303);
    var after = page(link);
    assertThat(after.select(".mark").text()).isEqualTo("You gave 4 of 5: Good.");
    assertThat(form(after, "confirmation-" + agreed.of("owner"))).isNull();
    var change = form(after, "assessment-" + agreed.of("owner"));
    assertThat(change.closest("details").hasAttr("open")).isFalse();
    assertThat(change.select("[value=4]").hasAttr("checked")).isTrue();
    assertThat(change.select("textarea").text()).isEqualTo("Good");
    send(change, Map.of("value", "5")).then().statusCode(303);
    assertThat(page(link).select(".mark").text()).isEqualTo("You gave 5 of 5.");
  }

  @Test
  void after_a_miss_the_page_asks_whether_it_arrived_in_time() {
    var agreed = world.meets(ada);
    words(agreed.of("owner"), "I send a map");
    world.post(agreed.of("owner"), "promise", null).statusCode(200);
    var link = link(agreed);
    time.freeze(agreed.dueAt().plus(Duration.ofHours(1)));
    var form = form(page(link), "confirmation-" + agreed.of("owner"));

    var unsaid = Jsoup.parse(send(form, Map.of()).asString());
    assertThat(unsaid.select("[role=alert] a").text())
        .isEqualTo("When it arrived: please choose one.");
    send(form, Map.of("when", "inTime")).then().statusCode(303);

    assertThat(page(link).text()).contains("in time after all");
  }

  @Test
  void sent_twice_it_is_done_once_and_other_words_from_the_same_page_are_another_act() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    words(hers, "Send gears");
    world.post(hers, "promise", null).statusCode(200);
    var link = link(agreed);
    var form = form(page(link), "delivery-" + hers);

    for (int i = 0; i < 2; i++) {
      assertThat(send(form, Map.of("note", "Sent")).statusCode()).isEqualTo(303);
    }

    var other = send(form, Map.of("note", "Sent again"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(other.asString()).select("[role=alert]").text())
        .contains("Its delivery is recorded already.");
  }

  @Test
  void what_is_kept_of_a_form_for_a_repeat_holds_no_secret() throws SQLException {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "Send gears");
    var link = link(agreed);
    send(form(page(link), "promise-" + agreed.of(ada.contactId())), Map.of());

    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.owner', '" + world.owner() + "', true)");
      try (var rows = statement.executeQuery("select k::text from idempotency_key k")) {
        int count = 0;
        while (rows.next()) {
          var secret = link.substring("/s/".length());
          assertThat(rows.getString(1))
              .doesNotContain(secret)
              .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
          count++;
        }
        assertThat(count).isPositive();
      }
      connection.rollback();
    }
  }

  @Test
  void no_thanks_says_first_what_it_declines_and_then_offers_nothing_more() {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "Send gears");
    var link = link(agreed);
    var asked = page(link + "/no-thanks");
    assertThat(asked.select("main").text()).contains("What you do for Grace: Send gears");

    var form = asked.select("form").first();
    send(form, Map.of()).then().statusCode(303);
    send(form, Map.of()).then().statusCode(303);

    var after = page(link);
    assertThat(after.select("form")).isEmpty();
    assertThat(after.select(".notice").text()).contains("You said no thanks");
    assertThat(after.select("a[href$=/forget-me]")).hasSize(1);
    world
        .client()
        .get("/v1/commitments/" + agreed.of(ada.contactId()))
        .then()
        .body("status", equalTo("declined"));
  }

  @Test
  void forget_me_is_explained_confirmed_by_a_tick_and_ends_at_a_page_without_the_secret() {
    var link = link(world.meets(ada));
    var asked = page(link + "/forget-me");
    assertThat(asked.select("main").text())
        .contains("removed from Grace’s network at once")
        .contains("For 30 days Grace can undo that. Then everything about you is erased for good.");
    var form = asked.select("form").first();
    var unticked = send(form, Map.of());
    assertThat(unticked.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(unticked.asString()).select("[role=alert] a").text())
        .isEqualTo("The box: please tick it, so that nobody says it by mistake.");

    for (int i = 0; i < 2; i++) {
      var answer = send(form, Map.of("confirm", "yes"));
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.header("Location")).endsWith("/s/goodbye");
    }

    assertThat(page("/s/goodbye").select("main").text()).contains("30 days");
    given().get(link).then().statusCode(404);
    world.published(ErasureRequested.class, e -> e.contactId().equals(ada.contactId()));
  }

  @Test
  void a_dead_link_is_a_page_too_and_says_no_more_than_any_other() {
    var unknown = given().get("/s/" + RandomToken.next().text());

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    assertThat(Jsoup.parse(unknown.asString()).select("h1").text())
        .isEqualTo("Nothing to see here");
    for (var path : List.of("/no-thanks", "/forget-me")) {
      var other = given().get("/s/" + RandomToken.next().text() + path);
      assertThat(other.statusCode()).isEqualTo(404);
      assertThat(other.asString()).isEqualTo(unknown.asString());
    }
    var posted =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("key=12345678")
            .post(
                "/s/%s/commitments/%s/promise"
                    .formatted(RandomToken.next().text(), UUID.randomUUID()));
    assertThat(posted.statusCode()).isEqualTo(404);
    assertThat(posted.asString()).isEqualTo(unknown.asString());
  }

  @Test
  void what_is_not_theirs_cannot_be_posted_to() {
    var agreed = world.meets(ada);
    var other = world.meets(world.contact("Bob"));
    var link = link(agreed);

    for (var path :
        List.of("/commitments/" + other.shared() + "/promise", "/commitments/x/promise")) {
      given()
          .contentType("application/x-www-form-urlencoded")
          .body("key=12345678")
          .post(link + path)
          .then()
          .statusCode(404);
    }
    for (var act : List.of("nonsense", "no-thanks")) {
      given()
          .contentType("application/x-www-form-urlencoded")
          .body("key=12345678")
          .post(link + "/commitments/" + agreed.shared() + "/" + act)
          .then()
          .statusCode(404);
    }
    for (var body : List.of("note=%", "note=%00", "note=%C3")) {
      given()
          .contentType("application/x-www-form-urlencoded")
          .body(body)
          .post(link + "/commitments/" + agreed.shared() + "/decline")
          .then()
          .statusCode(400);
    }
  }

  @Test
  void too_many_calls_are_told_to_wait_on_a_page() {
    var link = "/s/" + RandomToken.next().text();
    Response answer;
    int calls = 0;
    do {
      answer = given().get(link);
    } while (answer.statusCode() == 404 && ++calls < 200);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isNotNull();
    assertThat(Jsoup.parse(answer.asString()).select("h1").text()).isEqualTo("Too many requests");
  }

  private String link(Agreed agreed) {
    String token =
        world
            .client()
            .body("{\"contactId\": \"%s\", \"signedAs\": \"Grace\"}".formatted(ada.contactId()))
            .post("/v1/agreements/" + agreed.id() + "/share-links")
            .then()
            .statusCode(201)
            .extract()
            .path("token");
    return "/s/" + token;
  }

  private static Document page(String path) {
    return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
  }

  private static Element form(Document page, String id) {
    return page.getElementById(id);
  }

  /** As a browser does: the hidden fields, and what is filled in. */
  private static Response send(Element form, Map<String, String> filledIn) {
    var fields = new java.util.LinkedHashMap<String, String>();
    form.select("input[type=hidden]").forEach(f -> fields.put(f.attr("name"), f.val()));
    fields.putAll(filledIn);
    return given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(form.attr("action"));
  }

  private void words(UUID id, String text) {
    world.patch("/v1/commitments/" + id, "{\"text\": \"%s\"}".formatted(text)).statusCode(200);
  }
}
