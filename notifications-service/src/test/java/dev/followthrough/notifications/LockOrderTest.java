package dev.followthrough.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.testing.Receiver.Reply;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Whoever waits for the owner's log holds nothing that its holder may want: no deadlock. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class LockOrderTest {

  @Inject KafkaProbe others;
  @Inject SettableTime time;
  @Inject Owners owners;
  @Inject EventLog log;
  @Inject AgroalDataSource database;

  private final Client owner = Client.ofNewOwner();

  @Test
  void a_due_reminder_waits_for_the_log_before_it_claims() {
    var dueAt = time.now().plus(Duration.ofDays(6));
    others.publish(
        "commitments",
        owner.owner(),
        new AgreementOpened(
            UUID.randomUUID(),
            UUID.randomUUID(),
            dueAt,
            List.of(new Participant(UUID.randomUUID(), "Ada")),
            List.of(new OpenedCommitment(UUID.randomUUID(), CommitmentKind.SHARED, null, null))),
        time.now());
    await().until(() -> reminders("planned") == 2);

    owners.act(
        owner.owner(),
        () -> {
          log.lock();
          time.advance(Duration.between(time.now(), dueAt.minus(Duration.ofHours(23))));
          awaitSomebodyWaitingFor("message_sequence");
          // what an event that moves the deadline takes after the log
          assertThat(takeAtOnce("due_work")).isEqualTo(2);
          assertThat(takeAtOnce("deadline")).isEqualTo(1);
        });

    await().until(() -> reminders("sent") == 1);
  }

  @Test
  void a_result_that_ends_its_endpoint_waits_for_the_log_before_it_settles_its_delivery() {
    var locked = new CountDownLatch(1);
    try (var receiver =
        new Receiver(
            _ -> {
              locked.await();
              return Reply.of(410);
            })) {
      var endpoint = owner.endpoint(receiver.url(), "*");

      owners.act(
          owner.owner(),
          () -> {
            others.publish(
                "contacts",
                owner.owner(),
                new ContactAdded(UUID.randomUUID(), "Ada", false),
                time.now());
            receiver.await(1);
            log.lock();
            locked.countDown();
            awaitSomebodyWaitingFor("message_sequence");
            // what the erasure of a contact takes after the log
            assertThat(takeAtOnce("delivery")).isEqualTo(1);
          });

      await()
          .until(
              () ->
                  "disabled"
                      .equals(
                          owner
                              .get("/v1/webhook-endpoints/" + endpoint.id())
                              .extract()
                              .path("state")));
    }
  }

  @Test
  void a_result_that_becomes_news_on_its_way_lets_go_of_its_delivery_and_waits_for_the_log()
      throws SQLException {
    var judged = new CountDownLatch(1);
    try (var receiver =
            new Receiver(
                _ -> {
                  judged.await();
                  return Reply.of(500);
                });
        var another = DriverManager.getConnection(superuser())) {
      owner.endpoint(receiver.url(), "contact.*");
      others.publish(
          "contacts", owner.owner(), new ContactAdded(UUID.randomUUID(), "Ada", false), time.now());
      receiver.await(1);

      owners.act(
          owner.owner(),
          () -> {
            log.lock();
            // four other tries have failed, and it is not known yet when this one is prepared
            failedFourTimes(another);
            judged.countDown();
            awaitSomebodyWaitingFor("endpoint_lane");
            commit(another);
            awaitSomebodyWaitingFor("message_sequence");
            assertThat(takeAtOnce("delivery")).isEqualTo(1);
            assertThat(takeAtOnce("endpoint_lane")).isEqualTo(1);
          });

      await()
          .until(
              () ->
                  owner
                          .get("/v1/events?type=delivery.failing")
                          .extract()
                          .jsonPath()
                          .getList("items")
                          .size()
                      == 1);
    }
  }

  private void failedFourTimes(Connection another) {
    try (var update =
        another.prepareStatement(
            """
            update notifications.endpoint_lane set failures = 4, failing_since = now()
            where owner_id = ?
            """)) {
      another.setAutoCommit(false);
      update.setObject(1, owner.owner());
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(Connection another) {
    try {
      another.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int reminders(String status) {
    return owner
        .get("/v1/reminders?status=" + status)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  /** How many of the owner's rows there are, all of them free. */
  private int takeAtOnce(String table) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select 1 from " + table + " where owner_id = ? for update nowait")) {
      statement.setObject(1, owner.owner());
      try (var rows = statement.executeQuery()) {
        var count = 0;
        while (rows.next()) {
          count++;
        }
        return count;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("somebody who waits for the log holds rows of " + table, e);
    }
  }

  private static String superuser() {
    return ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
  }

  private static void awaitSomebodyWaitingFor(String table) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              try (var connection = DriverManager.getConnection(superuser());
                  var statement =
                      connection.prepareStatement(
                          """
                          select 1 from pg_stat_activity
                          where datname = current_database() and wait_event_type = 'Lock'
                            and query like ?
                          """)) {
                statement.setString(1, "%" + table + "%");
                try (var waiting = statement.executeQuery()) {
                  return waiting.next();
                }
              }
            });
  }
}
