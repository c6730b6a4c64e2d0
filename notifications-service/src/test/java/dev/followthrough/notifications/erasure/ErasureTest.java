package dev.followthrough.notifications.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ErasureTest {

  private static final List<String> TABLES =
      List.of(
          "webhook_endpoint",
          "endpoint_lane",
          "message",
          "message_sequence",
          "delivery",
          "delivery_attempt",
          "deadline",
          "owed",
          "reminder",
          "diary_entry",
          "calendar_feed",
          "feed_token",
          "person",
          "owner_zone",
          "reminder_policy",
          "due_work");

  @Inject KafkaProbe others;
  @Inject SettableTime time;
  @Inject Owners owners;
  @Inject AgroalDataSource database;

  private final Client owner = Client.ofNewOwner();
  private final UUID ada = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  /** How many of the owner's rows in these tables hold the words. */
  private int rows(String words) throws SQLException {
    var superuser =
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    var count = 0;
    try (var connection = DriverManager.getConnection(superuser)) {
      for (var table : TABLES) {
        try (var statement =
            connection.prepareStatement(
                "select count(*) from notifications.%s t where owner_id = ? and t::text like ?"
                    .formatted(table))) {
          statement.setObject(1, owner.owner());
          statement.setString(2, "%" + words + "%");
          try (var result = statement.executeQuery()) {
            result.next();
            count += result.getInt(1);
          }
        }
      }
    }
    return count;
  }

  private void meet(UUID contact, String name) {
    var agreement = UUID.randomUUID();
    var hers = UUID.randomUUID();
    var meeting = UUID.randomUUID();
    var dueAt = time.now().plus(Duration.ofDays(6));
    others.publish("contacts", owner.owner(), new ContactAdded(contact, name, false), time.now());
    others.publish(
        "commitments",
        owner.owner(),
        new AgreementOpened(
            agreement,
            meeting,
            dueAt,
            List.of(new Participant(contact, name)),
            List.of(
                new OpenedCommitment(
                    hers, CommitmentKind.INDIVIDUAL, Party.contact(contact), Party.OWNER))),
        time.now());
    others.publish(
        "commitments",
        owner.owner(),
        new CommitmentPromised(
            hers,
            agreement,
            meeting,
            CommitmentKind.INDIVIDUAL,
            Party.contact(contact),
            Party.OWNER,
            1,
            "what " + name + " said",
            Complexity.SIMPLE,
            null,
            dueAt,
            Party.OWNER,
            time.now()),
        time.now());
  }

  private void awaitReceipt(UUID erasure) {
    others.awaitEvent(
        "notifications",
        owner.owner(),
        ErasureCompleted.class,
        event -> event.erasureId().equals(erasure) && event.service().equals("notifications"));
  }

  @Test
  void of_an_erased_contact_nothing_is_left_and_nothing_comes_back() throws Exception {
    try (var receiver = new Receiver()) {
      owner.endpoint(receiver.url(), "*");
      meet(ada, "Ada");
      meet(ben, "Ben");
      receiver.await(6);
      var before = time.now();
      var erasure = UUID.randomUUID();

      others.publish("contacts", owner.owner(), new ContactErased(ada, erasure), time.now());

      awaitReceipt(erasure);
      assertThat(rows("Ada")).isZero();
      assertThat(rows(ada.toString())).isZero();
      assertThat(rows("Ben")).isPositive();
      assertThat(owner.get("/v1/reminders").extract().jsonPath().getList("items")).hasSize(2);

      others.publish("contacts", owner.owner(), new ContactAdded(ada, "Ada", false), before);
      others.publish(
          "contacts", owner.owner(), new ContactAdded(UUID.randomUUID(), "Carl", false), before);
      receiver.await(7);
      assertThat(rows("Ada")).isZero();
    }
  }

  @Test
  void what_is_being_written_when_an_owner_is_erased_is_erased_too() throws Exception {
    var erasure = UUID.randomUUID();

    owners.act(
        owner.owner(),
        () -> {
          writeZone();
          others.publish("contacts", owner.owner(), new OwnerErased(erasure), time.now());
          // if it did not wait it would not see what is written here
          await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForTheOwner);
        });

    awaitReceipt(erasure);
    assertThat(rows("")).isZero();
  }

  private void writeZone() {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into owner_zone (owner_id, id, version, time_zone)"
                    + " values (?, gen_random_uuid(), 0, 'Asia/Tokyo')")) {
      statement.setObject(1, owner.owner());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean somebodyWaitsForTheOwner() throws SQLException {
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
  void an_erasure_by_a_clock_that_is_behind_is_done_and_reported() {
    var first = UUID.randomUUID();
    others.publish("contacts", owner.owner(), new OwnerErased(first), time.now());
    awaitReceipt(first);

    var second = UUID.randomUUID();
    var behind = time.now().minus(Duration.ofHours(1));
    others.publish("contacts", owner.owner(), new OwnerErased(second), behind);

    awaitReceipt(second);
  }

  @Test
  void of_an_erased_owner_nothing_is_left() throws Exception {
    try (var receiver = new Receiver()) {
      owner.endpoint(receiver.url(), "*");
      owner.post("/v1/calendar-feeds", "{}").statusCode(201);
      meet(ada, "Ada");
      receiver.await(3);
      assertThat(rows("Ada")).isPositive();
      var erasure = UUID.randomUUID();

      others.publish("contacts", owner.owner(), new OwnerErased(erasure), time.now());

      awaitReceipt(erasure);
      await().atMost(Duration.ofSeconds(10)).until(() -> rows("") == 0);
    }
  }
}
