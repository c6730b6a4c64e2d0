package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.ContactsEvent;
import dev.followthrough.events.Event;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.OwnerQuietHours;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.SettableTime;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An owner with one agreement with Ada, and a hand on what the other services tell. */
abstract class ReminderScene {

  static final Participant ADA = new Participant(UUID.randomUUID(), "Ada Lovelace");
  static final Party HER = Party.contact(ADA.contactId());

  @Inject KafkaProbe others;
  @Inject SettableTime time;

  final Client owner = Client.ofNewOwner();
  final UUID agreement = UUID.randomUUID();
  final UUID meeting = UUID.randomUUID();
  final UUID mine = UUID.randomUUID();
  final UUID hers = UUID.randomUUID();

  /** A day that no test has come to yet, in UTC. */
  LocalDate someDay() {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(5);
  }

  static Instant at(LocalDate day, String clock) {
    return Instant.parse(day + "T" + clock + "Z");
  }

  /** Tells it as the other service would, and waits until it has been heard. */
  void tell(Event event) {
    var source = event instanceof ContactsEvent ? "contacts" : "commitments";
    var told = others.publish(source, owner.owner(), event, time.now());
    owner
        .request()
        .header("Followthrough-Position", source + "." + told.position())
        .get("/v1/reminders")
        .then()
        .statusCode(200);
  }

  void live(String zone, String from, String to) {
    tell(
        new ProfileChanged(
            zone,
            from == null ? null : new OwnerQuietHours(from, to),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of("timeZone", "quietHours")));
  }

  void open(Instant dueAt) {
    open(agreement, dueAt);
  }

  void open(UUID one, Instant dueAt) {
    tell(
        new AgreementOpened(
            one,
            meeting,
            dueAt,
            List.of(ADA),
            one.equals(agreement)
                ? List.of(
                    new OpenedCommitment(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, HER),
                    new OpenedCommitment(hers, CommitmentKind.INDIVIDUAL, HER, Party.OWNER))
                : List.of(
                    new OpenedCommitment(
                        UUID.randomUUID(), CommitmentKind.INDIVIDUAL, Party.OWNER, HER))));
  }

  void promise(Instant dueAt) {
    tell(
        new CommitmentPromised(
            mine,
            agreement,
            meeting,
            CommitmentKind.INDIVIDUAL,
            Party.OWNER,
            HER,
            1,
            "Send the article",
            Complexity.SIMPLE,
            null,
            dueAt,
            Party.OWNER,
            time.now()));
  }

  void miss(UUID commitment, Party missing, Instant dueAt) {
    tell(
        new CommitmentMissed(
            commitment,
            agreement,
            meeting,
            CommitmentKind.INDIVIDUAL,
            List.of(missing),
            null,
            "words",
            dueAt));
  }

  void close() {
    tell(new AgreementClosed(agreement, meeting, time.now()));
  }

  void advanceTo(Instant instant) {
    time.advance(Duration.between(time.now(), instant));
  }

  JsonPath reminders(String query) {
    return owner.get("/v1/reminders" + query).statusCode(200).extract().jsonPath();
  }

  List<Map<String, Object>> items(String query) {
    return reminders(query).getList("items");
  }

  List<String> moments() {
    return reminders("?status=planned").getList("items.remindAt", String.class);
  }

  List<String> statuses() {
    return reminders("").getList("items.status", String.class);
  }

  String idOf(int index) {
    return reminders("").getString("items[" + index + "].id");
  }

  /** All of a type that have gone out so far, in their order; at least so many are awaited. */
  List<EventRecord> sent(String type, int atLeast) {
    return others
        .awaitEvents(
            "notifications",
            owner.owner(),
            events -> events.stream().filter(e -> e.type().equals(type)).count() >= atLeast)
        .stream()
        .filter(event -> event.type().equals(type))
        .toList();
  }

  CommitmentDeadlineApproaching approaching() {
    return others.awaitEvent("notifications", owner.owner(), CommitmentDeadlineApproaching.class);
  }

  void awaitMoments(Instant... moments) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(moments())
                    .containsExactly(
                        Arrays.stream(moments).map(Instant::toString).toArray(String[]::new)));
  }

  void awaitStatuses(String... statuses) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(statuses()).containsExactly(statuses));
  }
}
