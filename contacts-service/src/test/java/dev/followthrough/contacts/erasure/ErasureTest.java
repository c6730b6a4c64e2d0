package dev.followthrough.contacts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.StandingsApi;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A15: erasing one contact or the whole owner, with a receipt. */
@QuarkusTest
class ErasureTest extends StandingsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);
  private static final List<String> TABLES =
      List.of(
          "contact",
          "meeting",
          "attendance",
          "verdict",
          "owed",
          "profile",
          "touch",
          "open_loop",
          "goal",
          "goal_naming",
          "trip",
          "contact_search",
          "contact_address",
          "contact_key",
          "contact_merge",
          "moved_row",
          "not_duplicate",
          "circle_move",
          "calendar_event",
          "calendar_zone",
          "standing",
          "keep_in_touch",
          "idempotency_key",
          "due_work",
          "outbox");

  @Inject AgroalDataSource database;
  @Inject Owners owners;

  @Test
  void an_erased_contact_is_gone_at_once_with_their_one_on_ones() throws SQLException {
    var ada = contact("Ada Lovelace");
    var alone = recorded("oneOnOne", "held", ada);
    var group = recorded("group", "held", ada, contact("Bob"));
    var event = recorded("event", "held", ada, contact("Eve"));
    api()
        .body("{\"verdict\": \"meet\", \"mutualValue\": \"Ada Lovelace has an engine\"}")
        .put(event + "/verdicts/" + ada)
        .then()
        .statusCode(200);
    var touch = touch(ada);
    tell(reliable(ada, 0.5, 0.9, null));
    awaitPublished();

    var receipt = erase("{\"contactId\": \"%s\"}".formatted(ada));

    get("/v1/contacts/" + ada).statusCode(404);
    get(alone).statusCode(404);
    get(touch).statusCode(404);
    get("/v1/open-loops").body("items", empty());
    get(group).statusCode(200).body("contactIds", hasSize(1));
    get(receipt)
        .statusCode(200)
        .body("state", equalTo("running"))
        .body("contactId", equalTo(ada))
        .body("everything", equalTo(false))
        .body("done", equalTo(1))
        .body("total", equalTo(3))
        .body("completedAt", nullValue());
    assertThat(probe.awaitEvent("contacts", ownerId(), ContactErased.class).contactId())
        .isEqualTo(UUID.fromString(ada));
    for (var table : TABLES) {
      assertThat(rowsWith(table, "Ada Lovelace")).as("her name in " + table).isZero();
      if (!table.equals("outbox")) {
        // the event that erases her names her id, and stays until it has gone out
        assertThat(rowsWith(table, ada)).as("her id in " + table).isZero();
      }
    }
  }

  @Test
  void a_repeat_of_the_call_that_added_an_erased_contact_does_not_add_them_again() {
    var key = UUID.randomUUID().toString();
    var ada = create(key).path("id").toString();
    erase("{\"contactId\": \"%s\"}".formatted(ada));

    var repeat = create(key);

    assertThat(repeat.asString()).isEmpty();
    get("/v1/contacts").body("items", empty());
  }

  @Test
  void a_scheduled_one_on_one_with_an_erased_contact_is_cancelled() {
    var ada = contact("Ada");
    post("/v1/meetings", meeting("oneOnOne", "scheduled", Duration.ofDays(1), ada));

    erase("{\"contactId\": \"%s\"}".formatted(ada));

    assertThat(published(4))
        .extracting(event -> event.type())
        .containsExactly(
            "contact.added", "meeting.scheduled", "meeting.cancelled", "contact.erased");
  }

  @Test
  void a_removed_contact_can_still_be_erased() {
    var ada = contact("Ada");
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    erase("{\"contactId\": \"%s\"}".formatted(ada));
  }

  @Test
  void the_receipt_is_whole_when_every_service_has_erased_its_part() {
    var receipt = erase("{\"contactId\": \"%s\"}".formatted(contact("Ada")));
    var id = UUID.fromString(get(receipt).extract().path("id"));

    for (var service : List.of("commitments", "notifications")) {
      probe.publish(service, ownerId(), new ErasureCompleted(id, service, time.now()), time.now());
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api().get(receipt).path("state").equals("completed"));
    get(receipt)
        .body("done", equalTo(3))
        .body("services.service", contains("contacts", "commitments", "notifications"))
        .body("services[1].completedAt", notNullValue())
        .body("completedAt", notNullValue());
  }

  @Test
  void erasing_everything_leaves_the_receipt_and_the_positions() throws SQLException {
    var ada = contact("Ada Lovelace");
    recorded("oneOnOne", "held", ada);
    create(UUID.randomUUID().toString());
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\", \"offers\": [\"Ada\"]}")
        .statusCode(200);
    touch(ada);
    post("/v1/goals", "{\"words\": \"Meet Ada\"}").statusCode(201);
    post("/v1/trips", "{\"place\": \"Ada\", \"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}")
        .statusCode(201);
    awaitPublished();

    var receipt = erase("{\"everything\": true}");

    get("/v1/contacts").body("items", empty());
    get("/v1/meetings").body("items", empty());
    get("/v1/profile").body("timeZone", equalTo("UTC"));
    get(receipt).body("everything", equalTo(true)).body("contactId", nullValue());
    probe.awaitEvent("contacts", ownerId(), OwnerErased.class);
    for (var table : TABLES) {
      assertThat(rowsWith(table, "Ada")).as("rows in " + table).isZero();
    }
    get("/v1/touches").body("items", empty());
    get("/v1/goals").body("items", empty());
    get("/v1/trips").body("items", empty());
    assertThat(published(9)).extracting(event -> event.position()).endsWith(9L);
    contact("A new beginning");
    assertThat(published(10).getLast().position()).isEqualTo(10);
  }

  @Test
  void the_receipt_is_whole_also_when_a_services_clock_is_behind() {
    var receipt = erase("{\"everything\": true}");
    var id = UUID.fromString(get(receipt).extract().path("id"));
    var behind = time.now().minus(Duration.ofHours(1));

    for (var service : List.of("commitments", "notifications")) {
      probe.publish(service, ownerId(), new ErasureCompleted(id, service, behind), behind);
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api().get(receipt).path("state").equals("completed"));
  }

  @Test
  void what_is_being_written_when_everything_is_erased_is_erased_too() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var erasure =
          owners.act(
              ownerId(),
              () -> {
                writeProfile();
                var erasing = clients.submit(() -> erase("{\"everything\": true}"));
                await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> erasing.isDone() || somebodyWaitsForTheOwner());
                return erasing;
              });

      get(erasure.get()).statusCode(200);
    }
    assertThat(count("select count(*) from profile where owner_id = ?")).isZero();
  }

  private void writeProfile() {
    count(
        """
        with made as (
          insert into profile (owner_id, id, version, time_zone)
          values (?, gen_random_uuid(), 0, 'Asia/Tokyo') returning 1)
        select count(*) from made
        """);
  }

  private static boolean somebodyWaitsForTheOwner() throws SQLException {
    var superuser =
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var connection = DriverManager.getConnection(superuser);
        var statement =
            connection.prepareStatement(
                """
                select 1 from pg_stat_activity
                where datname = current_database() and wait_event = 'advisory'
                """);
        var waiting = statement.executeQuery()) {
      return waiting.next();
    }
  }

  @Test
  void an_erasure_names_either_a_contact_or_everything() {
    for (var body :
        List.of(
            "{}",
            "{\"everything\": false}",
            "{\"everything\": true, \"contactId\": \"%s\"}".formatted(UUID.randomUUID()))) {
      post("/v1/erasures", body).statusCode(400);
    }
    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(UUID.randomUUID())).statusCode(404);
  }

  @Test
  void another_owners_contact_and_receipt_are_not_found() {
    var ada = contact("Ada");
    var stranger = "stranger-" + UUID.randomUUID();

    as(stranger, Tokens.ALL_SCOPES)
        .body("{\"contactId\": \"%s\"}".formatted(ada))
        .post("/v1/erasures")
        .then()
        .statusCode(404);
    var receipt = erase("{\"contactId\": \"%s\"}".formatted(ada));
    as(stranger, Tokens.ALL_SCOPES).get(receipt).then().statusCode(404);
  }

  private String erase(String body) {
    return post("/v1/erasures", body)
        .statusCode(202)
        .body("services[0].completedAt", notNullValue())
        .extract()
        .header("Location");
  }

  private io.restassured.response.Response create(String key) {
    return api()
        .header("Idempotency-Key", key)
        .body("{\"name\": \"Ada Lovelace\"}")
        .post("/v1/contacts");
  }

  private String recorded(String kind, String status, String... contactIds) {
    return post("/v1/meetings", meeting(kind, status, HOUR_AGO, contactIds))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** A question of hers that has opened its loop, with a note that names her. */
  private String touch(String contactId) {
    return post(
            "/v1/touches",
            """
            {"contactId": "%s", "direction": "inbound", "kind": "email", "asksQuestion": true,
             "happenedAt": "2026-01-15T09:00:00Z", "note": "Ada Lovelace asks."}
            """
                .formatted(contactId))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private void awaitPublished() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> count("select count(*) from outbox where not published and owner_id = ?") == 0);
  }

  private long rowsWith(String table, String word) throws SQLException {
    var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    return count(
        "select count(*) from %s t where owner_id = ? and (t::text like '%%%s%%' or t::text like '%%%s%%')"
            .formatted(table, word, hex));
  }

  private long count(String sql) {
    return owners.act(
        ownerId(),
        () -> {
          try (var connection = database.getConnection();
              var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, ownerId());
            try (var result = statement.executeQuery()) {
              result.next();
              return result.getLong(1);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
