package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.events.Circle;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.DiaryRows;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;

/** D6: a feed as calendar programs read it. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class SubscriptionTest extends FeedScene {

  private void fill() {
    schedule(inDays(3), ADA, BEN);
    agree(inDays(6));
    tell(
        new KeepInTouchPlanned(
            dayIn(0),
            dayIn(14),
            List.of(new PlannedTouch(ADA.contactId(), "Ada; \"A, B\"", Circle.INNER, dayIn(2)))));
  }

  @Test
  void it_is_a_calendar_to_which_programs_subscribe_without_a_token() {
    fill();

    get(feed())
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/calendar;charset=UTF-8"))
        .header("Content-Disposition", "inline; filename=\"followthrough.ics\"")
        .header("Cache-Control", "private, max-age=900")
        .header("X-Robots-Tag", startsWith("noindex"))
        .header("Followthrough-Position", equalTo(null));
    assertThat(lines())
        .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
        .contains(
            "PRODID:-//Followthrough//Calendar feed//EN",
            "NAME:Followthrough",
            "X-WR-CALNAME:Followthrough",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H")
        .doesNotContain("BEGIN:VTODO");
  }

  @Test
  void a_second_library_finds_it_valid_and_reads_the_same_of_it() {
    fill();

    var events = parsed(text()).<CalendarComponent>getComponents(Component.VEVENT);

    assertThat(events).hasSize(3);
    assertThat(events)
        .extracting(event -> event.getRequiredProperty(Property.SUMMARY).getValue())
        .containsExactly(
            "Keep in touch with Ada; \"A, B\"",
            "Meeting with Ada Lovelace and Ben",
            "Due: 1:1:1 with Ada Lovelace");
    assertThat(events)
        .extracting(event -> event.getRequiredProperty(Property.DTSTART).getValue())
        .containsExactly(dayIn(2).toString().replace("-", ""), utc(inDays(3)), utc(inDays(6)));
  }

  @Test
  void a_calendar_with_nothing_in_it_is_valid_too() {
    assertThat(parsed(text()).getComponents(Component.VEVENT)).isEmpty();
  }

  @Test
  void a_program_that_has_it_is_told_so_until_something_changes() {
    fill();
    var etag = etag();

    asks(etag).statusCode(304).header("ETag", etag).header("Cache-Control", "private, max-age=900");

    schedule(inDays(4), ADA);
    asks(etag).statusCode(200).header("ETag", not(equalTo(etag)));
  }

  private io.restassured.response.ValidatableResponse asks(String etag) {
    return RestAssured.given().header("If-None-Match", etag).get(feed()).then();
  }

  @Test
  void a_program_may_ask_for_the_headers_alone() {
    fill();

    RestAssured.given()
        .head(feed())
        .then()
        .statusCode(200)
        .header("ETag", etag())
        .header("Content-Type", startsWith("text/calendar"));
  }

  @Test
  void a_feed_holds_the_parts_that_it_was_made_for() {
    fill();
    assertThat(get(make(owner, "{\"parts\": [\"meetings\"]}")).asString())
        .contains("SUMMARY:Meeting")
        .doesNotContain("SUMMARY:Due", "SUMMARY:Keep");
    assertThat(get(make(owner, "{\"parts\": [\"keepInTouch\", \"deadlines\"]}")).asString())
        .contains("SUMMARY:Due", "SUMMARY:Keep")
        .doesNotContain("SUMMARY:Meeting");
  }

  @Test
  void another_owners_feed_holds_nothing_of_it() {
    fill();

    assertThat(get(make(Client.ofNewOwner(), "{}")).asString()).doesNotContain("VEVENT");
  }

  @Test
  void an_unknown_and_a_revoked_address_are_answered_alike() {
    var other = make(owner, "{}");
    var id = owner.get("/v1/calendar-feeds").extract().jsonPath().getString("items[0].id");
    assertThat(get(other).statusCode()).isEqualTo(200);

    owner.delete("/v1/calendar-feeds/" + id).statusCode(204);

    var revoked = get(other).then().statusCode(404).extract().asString();
    var unknown =
        get("/v1/feeds/" + RandomToken.next().text() + "/calendar.ics")
            .then()
            .statusCode(404)
            .extract()
            .asString();
    assertThat(revoked).isEqualTo(unknown).contains("/v1/feeds/{token}/calendar.ics");
    assertThat(get("/v1/feeds/x/calendar.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void a_feed_that_is_read_too_often_is_refused_for_a_while_and_no_other_is() {
    var other = make(owner, "{}");
    var read = 0;
    while (read < 300 && get(feed()).statusCode() == 200) {
      read++;
    }
    assertThat(read).isGreaterThanOrEqualTo(60);

    get(feed())
        .then()
        .statusCode(429)
        .header("Retry-After", not(equalTo(null)))
        .header("RateLimit-Policy", "\"feed-per-replica\";q=60;w=60")
        .body("type", equalTo("/problems/too-many-requests"));
    assertThat(get(other).statusCode()).isEqualTo(200);
  }

  @Test
  void of_many_entries_those_ahead_are_shown_first_and_then_the_latest_past() {
    var now = time.now();
    DiaryRows.meetings(owner.owner(), ADA, now.minus(Duration.ofDays(80)), 3_000);
    DiaryRows.meetings(owner.owner(), ADA, now.plus(Duration.ofHours(1)), 400);

    var starts = starts();

    assertThat(starts).hasSize(1_000).isSorted();
    assertThat(starts.stream().filter(at -> at.compareTo(utc(now)) > 0)).hasSize(400);
    var latestPast = utc(now.minus(Duration.ofDays(80)).plus(Duration.ofMinutes(2_999)));
    assertThat(starts).contains(latestPast);

    DiaryRows.meetings(owner.owner(), ADA, now.plus(Duration.ofDays(20)), 2_000);
    assertThat(starts()).hasSize(1_000).allMatch(at -> at.compareTo(utc(now)) > 0);
  }

  private List<String> starts() {
    return lines().stream()
        .filter(line -> line.startsWith("DTSTART:"))
        .map(line -> line.substring("DTSTART:".length()))
        .toList();
  }
}
