package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.ContactsEvent;
import dev.followthrough.events.Event;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;

/** An owner with a feed, a calendar program that reads it, and a hand on what others tell. */
abstract class FeedScene {

  static final Participant ADA = new Participant(UUID.randomUUID(), "Ada Lovelace");
  static final Participant BEN = new Participant(UUID.randomUUID(), "Ben");

  @Inject KafkaProbe others;
  @Inject SettableTime time;

  final Client owner = Client.ofNewOwner();
  final UUID meeting = UUID.randomUUID();
  final UUID agreement = UUID.randomUUID();
  final UUID mine = UUID.randomUUID();
  final UUID hers = UUID.randomUUID();

  private String path;
  private Instant start;

  /** The path of the owner's feed of everything, made at its first use. */
  String feed() {
    if (path == null) {
      path = make(owner, "{}");
    }
    return path;
  }

  static String make(Client owner, String fields) {
    String url = owner.post("/v1/calendar-feeds", fields).statusCode(201).extract().path("url");
    return URI.create(url).getPath();
  }

  /** As a calendar program asks: without a token. */
  static Response get(String path) {
    return RestAssured.given().get(path);
  }

  String text() {
    return get(feed()).then().statusCode(200).extract().asString();
  }

  String etag() {
    return get(feed()).then().statusCode(200).extract().header("ETag");
  }

  /** The lines of the feed, each whole. */
  List<String> lines() {
    return lines(text());
  }

  static List<String> lines(String text) {
    return Arrays.asList(text.replaceAll("\r\n[ \t]", "").split("\r\n"));
  }

  /** The lines of the event that has the UID. */
  List<String> event(String uid) {
    return event(text(), uid);
  }

  static List<String> event(String text, String uid) {
    return Arrays.stream(text.split("BEGIN:VEVENT\r\n"))
        .skip(1)
        .map(FeedScene::lines)
        .filter(lines -> lines.contains("UID:" + uid))
        .findFirst()
        .orElse(List.of());
  }

  /** What a line of the feed's only event says after its name. */
  String said(String name) {
    var found = lines().stream().filter(line -> line.startsWith(name + ":")).toList();
    assertThat(found).as("lines of " + name).hasSize(1);
    return found.getFirst().substring(name.length() + 1);
  }

  /** As a second library reads it, and finds nothing wrong. */
  static Calendar parsed(String text) {
    try {
      var calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.validate().getEntries()).isEmpty();
      return calendar;
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }

  /** Tells it as the other service would, and waits until it has been heard. */
  void tell(Event event) {
    tellAt(event, time.now());
  }

  void tellAt(Event event, Instant at) {
    var source = event instanceof ContactsEvent ? "contacts" : "commitments";
    var told = others.publish(source, owner.owner(), event, at);
    owner
        .request()
        .header("Followthrough-Position", source + "." + told.position())
        .get("/v1/reminders")
        .then()
        .statusCode(200);
  }

  void schedule(Instant from, Participant... people) {
    tell(
        new MeetingScheduled(
            meeting,
            people.length == 1 ? MeetingKind.ONE_ON_ONE : MeetingKind.GROUP,
            from,
            from.plus(Duration.ofHours(1)),
            List.of(people)));
  }

  /** An agreement with Ada: an individual commitment of each side. */
  void agree(Instant dueAt) {
    var her = Party.contact(ADA.contactId());
    tell(
        new AgreementOpened(
            agreement,
            meeting,
            dueAt,
            List.of(ADA),
            List.of(
                new OpenedCommitment(mine, CommitmentKind.INDIVIDUAL, Party.OWNER, her),
                new OpenedCommitment(hers, CommitmentKind.INDIVIDUAL, her, Party.OWNER))));
  }

  /** So many days after the test first asked. */
  Instant inDays(int days) {
    if (start == null) {
      start = time.now().truncatedTo(ChronoUnit.SECONDS);
    }
    return start.plus(Duration.ofDays(days));
  }

  LocalDate dayIn(int days) {
    return LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(days);
  }

  static String utc(Instant at) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(at.atOffset(ZoneOffset.UTC));
  }

  String meetingUid() {
    return meeting + "@followthrough";
  }

  String dueUid() {
    return agreement + "-due@followthrough";
  }
}
