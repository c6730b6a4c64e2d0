package dev.followthrough.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.Digest;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.NotificationsEvent;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.OwnerQuietHours;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.Weekday;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.smtp.SendOutcome;
import dev.followthrough.notifications.smtp.Smtp;
import dev.followthrough.notifications.testing.FaultySmtp;
import dev.followthrough.notifications.testing.MailScene;
import dev.followthrough.notifications.testing.SettableSmtp;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Reminders and digests by mail: when they go out, how often, and what becomes of faults. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class MailTest extends MailScene {

  @Inject Owners owners;
  @Inject EventLog log;
  @Inject Mails waiting;
  @Inject Smtp transport;
  @Inject Sql sql;

  /** What waits to be mailed: its id and how often it was tried. */
  private record Waiting(UUID id, int tries) {}

  /** What waits and is not under way. */
  private List<Waiting> waiting() {
    return owners.act(
        owner.owner(),
        () ->
            sql.list(
                "select id, tries from mail where lease_until is null",
                row -> new Waiting(row.getObject(1, UUID.class), row.getInt(2))));
  }

  private int rows() {
    return owners.act(
        owner.owner(),
        () -> sql.first("select count(*) from mail", row -> row.getInt(1)).orElseThrow());
  }

  private void awaitTries(int tries) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> waiting().stream().anyMatch(one -> one.tries() == tries));
  }

  private void awaitNothingWaiting() {
    await().atMost(Duration.ofSeconds(20)).until(() -> rows() == 0);
  }

  @Test
  void a_digest_is_mailed_once_in_both_forms_and_can_be_ended_by_one_click() {
    confirm();

    digest(today(), "Send the article on gears");

    var mail = awaitMails(2).getLast();
    assertThat(header(mail, "Subject")).startsWith("Your next actions, ");
    assertThat(text(mail)).contains("- Send the article on gears", "Ada Lovelace");
    assertThat(html(mail)).contains("<strong>Send the article on gears</strong>");
    assertThat(header(mail, "List-Unsubscribe"))
        .matches("<" + SettableSmtp.PUBLIC_URL + "/v1/email-unsubscriptions/[\\w-]{43}>");
    assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(mail, "Message-ID")).matches("<[0-9a-f-]{36}@followthrough.example>");
    assertThat(header(mail, "Date")).isNotNull();
    awaitNothingWaiting();
    assertThat(mails()).hasSize(2);
  }

  @Test
  void a_reminder_is_mailed_and_a_name_is_nothing_but_a_name() {
    confirm();

    reminder("Ada\r\nBcc: everybody@example.org <b>L\u00f6velace</b>");

    var mail = awaitMails(2).getLast();
    assertThat(header(mail, "Subject")).startsWith("=?UTF-8?");
    assertThat(header(mail, "Bcc")).isNull();
    assertThat(html(mail))
        .contains("&lt;b&gt;L\u00f6velace&lt;/b&gt;", "How did the ride go?")
        .doesNotContain("<b>");
    assertThat(text(mail)).contains("You last spoke of bicycles.", "<b>L\u00f6velace</b>");
    assertThat(text(mail)).doesNotContain("\nBcc");
  }

  @Test
  void nothing_but_the_code_is_mailed_to_who_has_not_confirmed() {
    putAddress().statusCode(200);
    var code = codeIn(awaitMails(1).getFirst());

    digest(today(), "Send the article");
    reminder("Ada");
    sayCode(code).statusCode(200);

    assertThat(rows()).isZero();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void only_what_is_wanted_is_mailed() {
    confirm();
    put("{\"address\": \"%s\", \"digests\": false}".formatted(address)).statusCode(200);
    digest(today(), "Send the article");
    assertThat(rows()).isZero();

    put("{\"address\": \"%s\", \"reminders\": false}".formatted(address)).statusCode(200);
    reminder("Ada");
    digest(today().plusDays(1), "Read the book");

    assertThat(text(awaitMails(2).getLast())).contains("Read the book");
    awaitNothingWaiting();
    assertThat(mails()).hasSize(2);
  }

  @Test
  void without_a_mail_server_nothing_waits_to_be_mailed() {
    confirm();
    smtp.off();

    digest(today(), "Send the article");

    assertThat(rows()).isZero();
  }

  @Test
  void while_the_server_is_down_a_mail_waits_and_then_comes_once() {
    confirm();
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);
    time.advance(BackOff.PAUSES.getFirst());
    awaitTries(2);
    assertThat(mails()).hasSize(1);

    smtp.use(POST.getSmtp().getPort());
    time.advance(BackOff.PAUSES.get(1));

    awaitMails(2);
    awaitNothingWaiting();
    time.advance(Duration.ofDays(1));
    assertThat(mails()).hasSize(2);
  }

  @Test
  void of_digests_that_waited_only_the_last_is_mailed() {
    confirm();
    smtp.use(closedPort());
    digest(today(), "Of the first day");
    awaitTries(1);
    digest(today().plusDays(1), "Of the second day");
    await().until(() -> rows() == 1);
    awaitTries(1);

    smtp.use(POST.getSmtp().getPort());
    time.advance(BackOff.PAUSES.getFirst());

    assertThat(text(awaitMails(2).getLast())).contains("Of the second day");
    awaitNothingWaiting();
    assertThat(mails()).hasSize(2);
  }

  @Test
  void a_crash_between_sending_and_recording_repeats_it_under_the_same_id() {
    confirm();
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);
    smtp.use(POST.getSmtp().getPort());
    var id = waiting().getFirst().id();
    var claim = take(id).orElseThrow();
    assertThat(transport.send(claim.server(), claim.letter())).isInstanceOf(SendOutcome.Sent.class);
    assertThat(awaitMails(2)).hasSize(2);
    // here the process dies

    assertThat(take(id)).as("nobody else takes it while the lease runs").isEmpty();
    time.advance(Mails.LEASE.plusSeconds(1));

    var twice = awaitMails(3).subList(1, 3);
    assertThat(header(twice.getLast(), "Message-ID"))
        .isEqualTo(header(twice.getFirst(), "Message-ID"));
    awaitNothingWaiting();
    // what the first one would say now decides nothing
    waiting.record(claim, new SendOutcome.NoSuchAddress("late"));
    assertThat(status()).isEqualTo("confirmed");
  }

  private Optional<Claim> take(UUID id) {
    return owners.act(
        owner.owner(),
        () -> {
          log.lock();
          return waiting.take(id);
        });
  }

  @Test
  void an_address_at_which_there_is_nobody_is_mailed_no_more() {
    confirm();
    try (var server = new FaultySmtp(Map.of("RCPT", "550 5.1.1 nobody here"))) {
      smtp.use(server.port());
      reminder("Ada");
      await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("bouncing"));
      awaitNothingWaiting();

      digest(today(), "Send the article");
      assertThat(rows()).isZero();
      assertThat(server.count("RCPT")).isEqualTo(1);
    }

    smtp.use(POST.getSmtp().getPort());
    putAddress().statusCode(200);
    sayCode(codeIn(awaitMails(2).getLast())).statusCode(200);
    assertThat(status()).isEqualTo("confirmed");
  }

  @Test
  void a_relay_that_lets_nobody_send_ends_no_address() {
    confirm();
    try (var server = new FaultySmtp(Map.of("RCPT", "554 5.7.1 relay access denied"))) {
      smtp.use(server.port());
      reminder("Ada");
      awaitTries(1);
      server.answer(Map.of());

      time.advance(BackOff.PAUSES.getFirst());

      await().atMost(Duration.ofSeconds(20)).until(() -> server.mails() == 1);
      awaitNothingWaiting();
      assertThat(status()).isEqualTo("confirmed");
    }
  }

  @Test
  void an_address_that_is_refused_for_days_without_a_reason_is_mailed_no_more() {
    confirm();
    try (var server = new FaultySmtp(Map.of("RCPT", "550 no"))) {
      smtp.use(server.port());
      reminder("Ada");
      awaitTries(1);
      assertThat(status()).isEqualTo("confirmed");
      owners.act(
          owner.owner(), () -> sql.update("update mail set tries = ?", BackOff.PAUSES.size()));

      time.advance(BackOff.PAUSES.getFirst());

      await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("bouncing"));
      awaitNothingWaiting();
    }
  }

  /** One whose event is this is due now, as after the server was down. */
  private UUID late(NotificationsEvent event) {
    return owners.act(
        owner.owner(),
        () -> {
          smtp.off();
          var id = log.announce(event);
          var mail = UUID.randomUUID();
          sql.update(
              "insert into mail (owner_id, id, matter, event_id, created_at) values (?, ?, ?, ?, ?)",
              owner.owner(),
              mail,
              "REMINDER",
              id,
              time.now());
          smtp.use(POST.getSmtp().getPort());
          return mail;
        });
  }

  private CommitmentDeadlineApproaching approaching(Instant dueAt) {
    return new CommitmentDeadlineApproaching(
        UUID.randomUUID(), UUID.randomUUID(), dueAt, dueAt.toString(), "UTC", "P1D", List.of());
  }

  @Test
  void one_that_speaks_of_a_deadline_as_ahead_is_not_mailed_after_it() {
    confirm();
    var late = late(approaching(time.now().minusSeconds(1)));

    assertThat(take(late)).isEmpty();

    assertThat(rows()).isZero();
  }

  @Test
  void one_that_is_late_waits_for_the_end_of_the_quiet_hours_unless_that_is_too_late() {
    confirm();
    var hour = time.now().atZone(ZoneOffset.UTC).getHour();
    tell(
        new ProfileChanged(
            "UTC",
            new OwnerQuietHours("%02d:00".formatted(hour), "%02d:00".formatted((hour + 2) % 24)),
            new OwnerRhythm(5, Digest.DAILY, "08:00", Weekday.MONDAY),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of("quietHours")));
    var inTime = late(approaching(time.now().plus(Duration.ofHours(3))));
    var urgent = late(approaching(time.now().plus(Duration.ofMinutes(30))));

    assertThat(take(inTime)).isEmpty();
    assertThat(rows()).isEqualTo(2);
    assertThat(take(urgent)).isPresent();
  }

  @Test
  void what_is_refused_for_good_is_given_up_and_says_nothing_of_the_address() {
    confirm();
    try (var server = new FaultySmtp(Map.of(".", "554 looks like spam"))) {
      smtp.use(server.port());
      reminder("Ada");

      await().atMost(Duration.ofSeconds(20)).until(() -> server.mails() == 1);
      awaitNothingWaiting();
      assertThat(status()).isEqualTo("confirmed");
    }
  }

  @Test
  void while_a_server_says_nothing_nothing_else_of_the_owner_waits() {
    confirm();
    var gate = new CountDownLatch(1);
    try (var server = new FaultySmtp(Map.of())) {
      server.waitFor(gate);
      smtp.use(server.port());
      reminder("Ada");
      await().atMost(Duration.ofSeconds(20)).until(() -> waiting().isEmpty());

      // each of these takes the log that the claim had, and the owner's row
      put("{\"address\": \"%s\", \"digests\": false}".formatted(address)).statusCode(200);
      digest(today(), "Not mailed");
      assertThat(rows()).isEqualTo(1);

      gate.countDown();
      await().atMost(Duration.ofSeconds(20)).until(() -> server.mails() == 1);
      awaitNothingWaiting();
    }
  }

  @Test
  void what_is_refused_for_now_is_tried_again() {
    confirm();
    try (var server = new FaultySmtp(Map.of("RCPT", "451 come again"))) {
      smtp.use(server.port());
      reminder("Ada");
      awaitTries(1);
      server.answer(Map.of());

      time.advance(BackOff.PAUSES.getFirst());

      await().atMost(Duration.ofSeconds(20)).until(() -> server.mails() == 1);
      awaitNothingWaiting();
      assertThat(status()).isEqualTo("confirmed");
    }
  }

  @Test
  void after_the_last_try_it_is_given_up() {
    confirm();
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);
    owners.act(owner.owner(), () -> sql.update("update mail set tries = ?", BackOff.PAUSES.size()));

    time.advance(BackOff.PAUSES.getFirst());

    awaitNothingWaiting();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void one_whose_tries_are_never_recorded_is_not_repeated_for_ever() {
    confirm();
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);
    owners.act(owner.owner(), () -> sql.update("update mail set tries = ?", BackOff.MOST_TRIES));

    smtp.use(POST.getSmtp().getPort());
    time.advance(BackOff.PAUSES.getFirst());

    awaitNothingWaiting();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void who_is_erased_is_not_mailed_about() {
    confirm();
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);

    tell(new ContactErased(ada, UUID.randomUUID()));

    assertThat(rows()).isZero();
  }

  @Test
  void of_an_erased_owner_no_address_link_or_mail_is_left() {
    confirm();
    digest(today(), "Send the article");
    var link = header(awaitMails(2).getLast(), "List-Unsubscribe");
    smtp.use(closedPort());
    reminder("Ada");
    awaitTries(1);
    var erasure = UUID.randomUUID();

    others.publish("contacts", owner.owner(), new OwnerErased(erasure), time.now());

    others.awaitEvent(
        "notifications",
        owner.owner(),
        ErasureCompleted.class,
        event -> event.erasureId().equals(erasure));
    assertThat(rows()).isZero();
    assertThat(status()).isEqualTo("none");
    var path = link.substring(link.indexOf("/v1/"), link.length() - 1);
    io.restassured.RestAssured.given().get(path).then().statusCode(404);
  }

  private static int closedPort() {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
