package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ReminderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Participant ADA = new Participant(UUID.randomUUID(), "Ada Lovelace");
  private static final Party HER = Party.contact(ADA.contactId());

  @Inject KafkaProbe others;
  @Inject SettableTime time;
  @Inject DueRunner runner;

  private final Client owner = Client.ofNewOwner();
  private final UUID agreement = UUID.randomUUID();
  private final UUID meeting = UUID.randomUUID();
  private final UUID shared = UUID.randomUUID();
  private final UUID mine = UUID.randomUUID();
  private final UUID hers = UUID.randomUUID();
  private Instant dueAt;

  @BeforeEach
  void someInstant() {
    dueAt = time.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Tells it as commitments-service would, and waits until it has been heard. */
  private void tell(CommitmentsEvent event) {
    var told = others.publish("commitments", owner.owner(), event, time.now());
    owner
        .request()
        .header("Followthrough-Position", "commitments." + told.position())
        .get("/v1/reminders")
        .then()
        .statusCode(200);
  }

  private void open() {
    tell(
        new AgreementOpened(
            agreement,
            meeting,
            dueAt,
            List.of(ADA),
            List.of(
                new OpenedCommitment(shared, CommitmentKind.SHARED, null, null),
                new OpenedCommitment(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, HER),
                new OpenedCommitment(hers, CommitmentKind.INDIVIDUAL, HER, Party.OWNER))));
  }

  private void promise(UUID commitment, Party by, String text) {
    var individual = !commitment.equals(shared);
    tell(
        new CommitmentPromised(
            commitment,
            agreement,
            meeting,
            individual ? CommitmentKind.INDIVIDUAL : CommitmentKind.SHARED,
            by,
            individual ? (by.isOwner() ? HER : Party.OWNER) : null,
            1,
            text,
            Complexity.SIMPLE,
            null,
            dueAt,
            Party.OWNER,
            time.now()));
  }

  private void deliver(UUID commitment, Party by, boolean complete) {
    tell(
        new CommitmentDelivered(
            commitment,
            agreement,
            commitment.equals(shared) ? CommitmentKind.SHARED : CommitmentKind.INDIVIDUAL,
            by,
            null,
            time.now(),
            Party.OWNER,
            false,
            complete));
  }

  private void miss(UUID commitment, Party... missing) {
    tell(
        new CommitmentMissed(
            commitment,
            agreement,
            meeting,
            commitment.equals(shared) ? CommitmentKind.SHARED : CommitmentKind.INDIVIDUAL,
            List.of(missing),
            null,
            "words",
            dueAt));
  }

  private void close() {
    tell(new AgreementClosed(agreement, meeting, time.now()));
  }

  private List<String> statuses() {
    return owner
        .get("/v1/reminders?kind=promises")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.status");
  }

  private void awaitStatuses(String... statuses) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses()).containsExactly(statuses));
  }

  private CommitmentDeadlineApproaching approaching() {
    return others.awaitEvent("notifications", owner.owner(), CommitmentDeadlineApproaching.class);
  }

  private void advanceTo(Instant instant) {
    time.advance(Duration.between(time.now(), instant));
  }

  @Test
  void a_day_and_two_hours_before_a_reminder_names_all_that_is_open() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "commitment.deadline.*");
      open();
      awaitStatuses("planned", "planned");
      promise(mine, Party.OWNER, "Send the article");
      promise(shared, Party.OWNER, "Write a page");
      deliver(hers, HER, true);

      advanceTo(dueAt.minus(Duration.ofHours(24)).plusSeconds(1));

      var first = receiver.await("commitment.deadline.approaching");
      assertThat(first.isSignedBy(endpoint.secret())).isTrue();
      var data = first.json().path("data");
      assertThat(data.path("lead").asText()).isEqualTo("PT24H");
      assertThat(data.path("agreementId").asText()).isEqualTo(agreement.toString());
      assertThat(data.path("open").findValuesAsText("commitmentId"))
          .containsExactly(shared.toString(), mine.toString());
      assertThat(data.path("open").path(1).path("text").asText()).isEqualTo("Send the article");
      assertThat(data.path("open").path(1).path("promised").asBoolean()).isTrue();
      assertThat(data.path("open").path(1).path("names").path(0).path("name").asText())
          .isEqualTo("Ada Lovelace");
      awaitStatuses("sent", "planned");

      deliver(mine, Party.OWNER, true);
      deliver(shared, Party.OWNER, false);
      advanceTo(dueAt.minus(Duration.ofHours(2)).plusSeconds(1));

      var second = receiver.await("commitment.deadline.approaching", 2).getLast();
      data = second.json().path("data");
      assertThat(data.path("lead").asText()).isEqualTo("PT2H");
      assertThat(data.path("open").findValuesAsText("commitmentId"))
          .containsExactly(shared.toString());
      assertThat(data.path("open").path(0).path("by").path(0).asText())
          .isEqualTo(ADA.contactId().toString());
      awaitStatuses("sent", "sent");
    }
  }

  @Test
  void nothing_is_said_of_what_is_done() {
    open();
    awaitStatuses("planned", "planned");
    deliver(mine, Party.OWNER, true);
    deliver(hers, HER, true);
    deliver(shared, Party.OWNER, false);
    deliver(shared, HER, true);
    close();

    awaitStatuses("cancelled", "cancelled");
  }

  @Test
  void after_a_miss_one_reminder_names_all_that_was_missed() {
    open();
    awaitStatuses("planned", "planned");
    advanceTo(dueAt.plusSeconds(1));
    miss(mine, Party.OWNER);
    miss(shared, Party.OWNER, HER);
    close();

    var passed = others.awaitEvent("notifications", owner.owner(), CommitmentDeadlinePassed.class);

    assertThat(passed.missed())
        .extracting(OpenCommitment::commitmentId)
        .containsExactly(shared, mine);
    assertThat(passed.missed().getFirst().by()).containsExactly(Party.OWNER, HER);
    await().atMost(PATIENCE).until(() -> statuses().stream().noneMatch("planned"::equals));
    var told =
        others.awaitEvents(
            "notifications", owner.owner(), events -> events.stream().anyMatch(this::isPassed));
    assertThat(told.stream().filter(this::isPassed)).hasSize(1);
  }

  private boolean isPassed(dev.followthrough.platform.outbox.EventRecord event) {
    return event.type().equals("commitment.deadline.passed");
  }

  @Test
  void a_miss_whose_agreement_is_not_closed_is_said_all_the_same() {
    open();
    advanceTo(dueAt.plusSeconds(1));
    miss(mine, Party.OWNER);
    await().atMost(PATIENCE).until(() -> statuses().size() == 3);

    time.advance(Duration.ofSeconds(11));

    var passed = others.awaitEvent("notifications", owner.owner(), CommitmentDeadlinePassed.class);
    assertThat(passed.missed()).extracting(OpenCommitment::commitmentId).containsExactly(mine);
  }

  @Test
  void a_deadline_nearer_than_the_leads_gets_one_reminder_with_the_first_promise() {
    dueAt = time.now().plusSeconds(3600);
    open();
    awaitStatuses("planned", "planned");

    promise(hers, HER, "Send the address");

    var reminder = approaching();
    assertThat(reminder.lead()).isEqualTo("PT2H");
    assertThat(reminder.open())
        .extracting(OpenCommitment::commitmentId)
        .containsExactly(shared, mine, hers);
    awaitStatuses("sent", "sent");
    var ids =
        owner.get("/v1/reminders").extract().jsonPath().getList("items.eventId", String.class);
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  void without_a_promise_it_comes_when_half_of_the_time_has_gone_by() {
    dueAt = time.now().plusSeconds(3600);
    open();
    awaitStatuses("planned", "planned");

    time.advance(Duration.ofMinutes(31));

    assertThat(approaching().open()).hasSize(3).noneMatch(OpenCommitment::promised);
  }

  @Test
  void after_an_outage_what_is_late_becomes_one() {
    open();
    awaitStatuses("planned", "planned");

    // nobody looked while both fell due
    advanceTo(dueAt.minus(Duration.ofMinutes(30)));

    assertThat(approaching().lead()).isEqualTo("PT2H");
    awaitStatuses("sent", "sent");
    var told =
        others.awaitEvents(
            "notifications",
            owner.owner(),
            events -> events.stream().anyMatch(e -> e.type().endsWith("approaching")));
    assertThat(told).hasSize(1);
  }

  @Test
  void several_runners_at_once_send_it_once() throws Exception {
    open();
    awaitStatuses("planned", "planned");
    advanceTo(dueAt.minus(Duration.ofHours(24)).plusSeconds(1));

    try (var runners = Executors.newFixedThreadPool(4)) {
      for (var i = 0; i < 8; i++) {
        runners.submit(
            () -> {
              runner.runDue();
              return null;
            });
      }
    }

    awaitStatuses("sent", "planned");
    promise(mine, Party.OWNER, "words");
    var told =
        others.awaitEvents(
            "notifications",
            owner.owner(),
            events -> events.stream().anyMatch(e -> e.type().endsWith("approaching")));
    assertThat(told).hasSize(1);
  }

  @Test
  void an_earlier_deadline_moves_what_lies_ahead() {
    open();
    awaitStatuses("planned", "planned");
    var earlier = dueAt.minus(Duration.ofDays(3));

    tell(new AgreementChanged(agreement, meeting, earlier));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        owner
                            .get("/v1/reminders?status=planned")
                            .extract()
                            .jsonPath()
                            .getList("items.remindAt", String.class))
                    .containsExactly(
                        earlier.minus(Duration.ofHours(24)).toString(),
                        earlier.minus(Duration.ofHours(2)).toString()));
  }

  @Test
  void the_deadline_is_shown_in_the_owners_zone_across_a_change_of_clocks() {
    try (var receiver = new Receiver()) {
      owner.endpoint(receiver.url(), "profile.changed");
      others.publish("contacts", owner.owner(), new ProfileChanged("America/New_York"), time.now());
      receiver.await("profile.changed");
    }
    // whatever today is, this lies ahead, and on the first day of summer time there
    var year = time.now().atZone(java.time.ZoneOffset.UTC).getYear() + 2;
    var march = java.time.LocalDate.of(year, 3, 1);
    var sunday =
        march.with(
            java.time.temporal.TemporalAdjusters.dayOfWeekInMonth(2, java.time.DayOfWeek.SUNDAY));
    dueAt = sunday.atTime(16, 0).toInstant(java.time.ZoneOffset.UTC);
    open();
    awaitStatuses("planned", "planned");

    advanceTo(dueAt.minus(Duration.ofHours(24)).plusSeconds(1));

    var reminder = approaching();
    assertThat(reminder.timeZone()).isEqualTo("America/New_York");
    assertThat(reminder.dueAtLocal()).isEqualTo(sunday + "T12:00:00-04:00");
    assertThat(reminder.dueAt()).isEqualTo(dueAt);
  }
}
