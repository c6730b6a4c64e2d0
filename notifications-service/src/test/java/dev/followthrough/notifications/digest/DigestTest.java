package dev.followthrough.notifications.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactsEvent;
import dev.followthrough.events.Digest;
import dev.followthrough.events.DigestDue;
import dev.followthrough.events.Event;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.OwnerQuietHours;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.Weekday;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The digest: one event for a day, as often as the owner's rhythm says, outside quiet hours. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DigestTest {

  private static final Participant ADA = new Participant(UUID.randomUUID(), "Ada");
  private static final Participant BEN = new Participant(UUID.randomUUID(), "Ben");

  @Inject KafkaProbe others;
  @Inject SettableTime time;
  @Inject AgroalDataSource database;

  private final Client owner = Client.ofNewOwner();

  /** Tells it as the other service would, and waits until it has been heard. */
  private void tell(Event event) {
    tell(event, time.now());
  }

  private void tell(Event event, Instant at) {
    var source = event instanceof ContactsEvent ? "contacts" : "commitments";
    var told = others.publish(source, owner.owner(), event, at);
    owner
        .request()
        .header("Followthrough-Position", source + "." + told.position())
        .get("/v1/reminders")
        .then()
        .statusCode(200);
  }

  private void live(String zone, String from, String to, Digest digest, Weekday weeklyOn) {
    tell(
        new ProfileChanged(
            zone,
            from == null ? null : new OwnerQuietHours(from, to),
            new OwnerRhythm(5, digest, "08:00", weeklyOn),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of("rhythm")));
  }

  private static NextAction toDo(String words, Participant with) {
    return new NextAction(
        UUID.randomUUID(),
        NextActionKind.OWN_PROMISE,
        words,
        "commitment/" + UUID.randomUUID(),
        List.of(with),
        null);
  }

  private void compiled(LocalDate on, NextAction... actions) {
    tell(new NextActionsCompiled(on, "UTC", Arrays.asList(actions), 3));
  }

  private void compiledFor(LocalDate on) {
    compiled(on, toDo("Send the article", ADA));
  }

  /** The digests so far, behind something that is told after them. */
  private List<DigestDue> digests() {
    return others.awaitEvents("notifications", owner.owner(), _ -> true).stream()
        .filter(event -> event.type().equals("digest.due"))
        .map(event -> EventJson.read(event.body(), DigestDue.class))
        .toList();
  }

  private List<LocalDate> days() {
    return owner
        .get("/v1/events?type=digest.due")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.data.on", String.class)
        .stream()
        .map(LocalDate::parse)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
  }

  private void advanceTo(LocalDate day, String clock) {
    time.advance(Duration.between(time.now(), Instant.parse(day + "T" + clock + "Z")));
  }

  private boolean nothingWaits() throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select 1 from due_work where kind = 'digest' and owner_id = ?")) {
      statement.setObject(1, owner.owner());
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  private void awaitDays(LocalDate... days) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(days()).contains(days));
    assertThat(days()).containsExactly(days);
  }

  @Test
  void a_daily_digest_names_the_days_list_once_however_often_it_is_told() {
    var day = today();
    live("UTC", null, null, Digest.DAILY, Weekday.MONDAY);

    compiledFor(day);
    compiled(day, toDo("Something else", BEN));
    compiledFor(day.minusDays(1));

    assertThat(days()).containsExactly(day);
    var digest = others.awaitEvent("notifications", owner.owner(), DigestDue.class);
    assertThat(digest.period()).isEqualTo(Digest.DAILY);
    assertThat(digest.timeZone()).isEqualTo("UTC");
    assertThat(digest.more()).isEqualTo(3);
    assertThat(digest.actions()).extracting(NextAction::words).containsExactly("Send the article");
  }

  @Test
  void who_has_said_nothing_gets_it_daily() {
    compiledFor(today());

    assertThat(days()).containsExactly(today());
  }

  @Test
  void each_day_has_its_own() {
    var day = today();
    compiledFor(day);

    compiledFor(day.plusDays(1));

    assertThat(days()).containsExactly(day, day.plusDays(1));
  }

  @Test
  void a_weekly_digest_comes_on_its_day_alone() {
    var day = today();
    live("UTC", null, null, Digest.WEEKLY, weekday(day.plusDays(2)));

    for (var on = day; on.isBefore(day.plusDays(10)); on = on.plusDays(1)) {
      compiledFor(on);
    }

    assertThat(days()).containsExactly(day.plusDays(2), day.plusDays(9));
    var digest = others.awaitEvent("notifications", owner.owner(), DigestDue.class);
    assertThat(digest.period()).isEqualTo(Digest.WEEKLY);
  }

  private static Weekday weekday(LocalDate day) {
    return Weekday.valueOf(day.getDayOfWeek().name());
  }

  @Test
  void a_weekly_digest_whose_day_was_lost_comes_with_the_next_list_and_then_once() {
    var day = today();
    live("UTC", null, null, Digest.WEEKLY, weekday(day));
    compiledFor(day);

    advanceTo(day.plusDays(9), "09:00:00");
    compiledFor(day.plusDays(7)); // two days late
    compiledFor(day.plusDays(9));
    compiledFor(day.plusDays(10));

    assertThat(days()).containsExactly(day, day.plusDays(9));
    advanceTo(day.plusDays(14), "09:00:00");
    compiledFor(day.plusDays(14));
    assertThat(days()).containsExactly(day, day.plusDays(9), day.plusDays(14));
  }

  @Test
  void who_wants_none_gets_none() {
    live("UTC", null, null, Digest.NONE, Weekday.MONDAY);

    compiledFor(today());

    assertThat(days()).isEmpty();
  }

  @Test
  void an_empty_list_says_nothing() {
    compiled(today());

    assertThat(days()).isEmpty();
  }

  @Test
  void another_zone_brings_no_second_digest_for_a_day() {
    var day = today();
    live("Pacific/Kiritimati", null, null, Digest.DAILY, Weekday.MONDAY);
    compiledFor(day.plusDays(1));

    live("Etc/GMT+12", null, null, Digest.DAILY, Weekday.MONDAY);
    compiledFor(day);
    compiledFor(day.plusDays(1));

    assertThat(days()).containsExactly(day.plusDays(1));
    compiledFor(day.plusDays(2));
    assertThat(days()).containsExactly(day.plusDays(1), day.plusDays(2));
  }

  @Test
  void in_quiet_hours_it_waits_for_their_end() {
    var day = today().plusDays(1);
    live("UTC", "06:00", "10:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day, "08:00:00");
    compiledFor(day);
    assertThat(days()).isEmpty();

    advanceTo(day, "09:59:00");
    compiled(day.minusDays(1), toDo("of yesterday", ADA));
    assertThat(days()).isEmpty();

    advanceTo(day, "10:00:01");
    awaitDays(day);
    assertThat(digests().getFirst().actions())
        .extracting(NextAction::words)
        .containsExactly("Send the article");
  }

  @Test
  void a_later_list_takes_the_place_of_one_that_waits() {
    var day = today().plusDays(1);
    live("UTC", "06:00", "05:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day, "08:00:00");
    compiledFor(day);

    compiled(day.plusDays(1), toDo("of the next day", BEN));

    advanceTo(day.plusDays(1), "05:00:01");
    awaitDays(day.plusDays(1));
    assertThat(digests().getFirst().actions())
        .extracting(NextAction::words)
        .containsExactly("of the next day");
  }

  @Test
  void what_waits_goes_by_the_clock_and_rhythm_of_the_moment() {
    var day = today().plusDays(1);
    live("UTC", "06:00", "10:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day, "08:00:00");
    compiledFor(day);

    live("UTC", null, null, Digest.DAILY, Weekday.MONDAY);
    awaitDays(day);

    live("UTC", "06:00", "10:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day.plusDays(1), "08:00:00");
    compiledFor(day.plusDays(1));
    live("UTC", "06:00", "10:00", Digest.NONE, Weekday.MONDAY);
    await().atMost(Duration.ofSeconds(20)).until(this::nothingWaits);
    advanceTo(day.plusDays(1), "10:00:01");
    live("UTC", null, null, Digest.DAILY, Weekday.MONDAY);
    compiledFor(day.plusDays(2));
    awaitDays(day, day.plusDays(2));
  }

  @Test
  void a_list_of_days_ago_is_not_told_one_of_yesterday_is() {
    var day = today();

    compiledFor(day.minusDays(2));
    compiledFor(day.minusDays(1));

    assertThat(days()).containsExactly(day.minusDays(1));
  }

  @Test
  void who_is_gone_is_named_in_no_digest() {
    var day = today().plusDays(1);
    live("UTC", "06:00", "10:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day, "08:00:00");
    var carl = new Participant(UUID.randomUUID(), "Carl");
    var said = time.now().minusSeconds(60);
    tell(new ContactErased(carl.contactId(), UUID.randomUUID()));
    tell(
        new NextActionsCompiled(
            day, "UTC", List.of(toDo("a", ADA), toDo("b", BEN), toDo("c", carl)), 0),
        said);
    tell(new ContactRemoved(ADA.contactId()));

    live("UTC", null, null, Digest.DAILY, Weekday.MONDAY);

    awaitDays(day);
    assertThat(digests().getFirst().actions()).extracting(NextAction::words).containsExactly("b");
  }

  @Test
  void without_anybody_left_what_waits_is_dropped() {
    var day = today().plusDays(1);
    live("UTC", "06:00", "10:00", Digest.DAILY, Weekday.MONDAY);
    advanceTo(day, "08:00:00");
    compiledFor(day);
    tell(new ContactErased(ADA.contactId(), UUID.randomUUID()));

    live("UTC", null, null, Digest.DAILY, Weekday.MONDAY);

    compiled(day.plusDays(1), toDo("b", BEN));
    awaitDays(day.plusDays(1));
  }
}
