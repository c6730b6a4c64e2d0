package dev.followthrough.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.things.ThingsProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An event that the broker never takes holds up its owner's later ones, and nobody else's. */
@QuarkusTest
@TestProfile(ThingsProfile.class)
class RefusedEventTest {

  private static final String TOO_LARGE = "x".repeat(1_200_000);

  @Inject Owners owners;
  @Inject Outbox outbox;
  @Inject OutboxConfig config;
  @Inject StuckOwners stuck;
  @Inject KafkaProbe probe;

  private final UUID first = ownerBeginningWith("00000000");

  /** Whose rows come before everybody else's in their bucket. */
  private static UUID ownerBeginningWith(String start) {
    return UUID.fromString(start + UUID.randomUUID().toString().substring(8));
  }

  private UUID neighbourOf(UUID owner) {
    while (true) {
      var other = ownerBeginningWith("ffffffff");
      if (OutboxRows.bucketOf(other, config) == OutboxRows.bucketOf(owner, config)) {
        return other;
      }
    }
  }

  private void append(UUID owner, String... words) {
    owners.act(
        owner,
        () -> {
          for (var one : words) {
            outbox.append(Map.of("words", one));
          }
          outbox.write();
        });
  }

  private void makeSmall() throws SQLException {
    var superuser =
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var connection = DriverManager.getConnection(superuser);
        var statement =
            connection.prepareStatement(
                "update contacts.outbox set body = '{\"words\": \"small\"}'"
                    + " where owner_id = ? and length(body) > 1000000")) {
      statement.setObject(1, first);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void it_holds_up_its_owner_alone_however_much_waits_behind_it() throws SQLException {
    var behind = neighbourOf(first);
    append(first, "before", TOO_LARGE);
    append(first, Collections.nCopies(600, "behind").toArray(String[]::new));

    append(behind, "one", "two");

    probe.awaitEvents("contacts", behind, events -> events.size() == 2);
    await().atMost(Duration.ofSeconds(10)).until(() -> stuck.count() == 1);
    assertThat(health()).isEqualTo(1);
    append(behind, "three");
    probe.awaitEvents("contacts", behind, events -> events.size() == 3);
    assertThat(probe.awaitEvents("contacts", first, events -> !events.isEmpty())).hasSize(1);

    makeSmall();

    var all = probe.awaitEvents("contacts", first, events -> events.size() == 602);
    assertThat(all.stream().map(EventRecord::position))
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(1L, 2L, 3L);
    await().atMost(Duration.ofSeconds(10)).until(() -> stuck.count() == 0);
  }

  private static Integer health() {
    List<Integer> owners =
        given()
            .get("/q/health/ready")
            .then()
            .extract()
            .jsonPath()
            .getList("checks.findAll { it.name == 'refused-events' }.data.owners");
    return owners.getFirst();
  }
}
