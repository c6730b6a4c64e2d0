package dev.followthrough.commitments;

import static io.restassured.RestAssured.given;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.Event;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.Tokens;
import dev.followthrough.platform.time.BusinessTime;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One owner with a network of their own: what contacts-service tells of it, and their client. */
public final class World {

  private final KafkaProbe kafka;
  private final BusinessTime time;
  private final String name;

  public World(KafkaProbe kafka, BusinessTime time) {
    this(kafka, time, "owner-" + UUID.randomUUID());
  }

  /**
   * @param name the subject of the owner's tokens
   */
  public World(KafkaProbe kafka, BusinessTime time, String name) {
    this.kafka = kafka;
    this.time = time;
    this.name = name;
  }

  /** The subject of the owner's tokens. */
  public String name() {
    return name;
  }

  public UUID owner() {
    return Tokens.ownerId(name);
  }

  public RequestSpecification client() {
    return given().auth().oauth2(token()).contentType("application/json");
  }

  public String token() {
    return Tokens.of(name);
  }

  public void hears(Event event) {
    kafka.publish("contacts", owner(), event, time.now());
  }

  public Participant contact(String contactName) {
    var contact = new Participant(Ids.next(), contactName);
    hears(new ContactAdded(contact.contactId(), contactName, false));
    return contact;
  }

  /** Waits until the contact, and so all that was told before, has been heard of. */
  public void awaits(UUID contactId) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> client().get("/v1/contacts/" + contactId + "/reciprocity").statusCode() == 200);
  }

  /** A meeting that ended an hour ago, held with these; its agreement. */
  public Agreed meets(Participant... contacts) {
    return meetsAt(time.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1)), contacts);
  }

  public Agreed meetsAt(Instant end, Participant... contacts) {
    return meetsAs(Ids.next(), end, contacts);
  }

  /** The same of a meeting that has an id already. */
  public Agreed meetsAs(UUID meetingId, Instant end, Participant... contacts) {
    hears(held(meetingId, end, contacts));
    return agreed(meetingId, end);
  }

  public static MeetingHeld held(UUID meetingId, Instant end, Participant... contacts) {
    return new MeetingHeld(
        meetingId,
        contacts.length == 1 ? MeetingKind.ONE_ON_ONE : MeetingKind.GROUP,
        end.minus(Duration.ofHours(1)),
        end,
        List.of(contacts),
        List.of(contacts),
        null);
  }

  /** The agreement of a meeting; a busy machine may take longer than a call waits for it. */
  private Agreed agreed(UUID meetingId, Instant end) {
    var id =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> agreements("meetingId=" + meetingId).getString("items[0].id"),
                Objects::nonNull);
    return new Agreed(this, UUID.fromString(id), meetingId, end);
  }

  public JsonPath agreements(String query) {
    return client().get("/v1/agreements?" + query).then().statusCode(200).extract().jsonPath();
  }

  public ValidatableResponse post(UUID commitmentId, String what, String body) {
    var request = client();
    return (body == null ? request : request.body(body))
        .post("/v1/commitments/" + commitmentId + "/" + what)
        .then();
  }

  public ValidatableResponse patch(String path, String body) {
    return client().contentType("application/merge-patch+json").body(body).patch(path).then();
  }

  public <E> E published(Class<E> record, Predicate<E> fits) {
    return kafka.awaitEvent("commitments", owner(), record, fits);
  }

  /** The types of all that has been published for the owner, once one of these is among it. */
  public List<String> publishedUntil(String... any) {
    var types = new ArrayList<String>();
    kafka.awaitEvents(
        "commitments",
        owner(),
        events -> {
          types.clear();
          events.forEach(event -> types.add(event.type()));
          return types.stream().anyMatch(List.of(any)::contains);
        });
    return types;
  }

  /** The contact says through a share link that they delivered. */
  public void deliversThroughLink(UUID commitmentId, Object contactId, String body) {
    String agreementId =
        client().get("/v1/commitments/" + commitmentId).then().extract().path("agreementId");
    String token =
        client()
            .body("{\"contactId\": \"" + contactId + "\"}")
            .post("/v1/agreements/" + agreementId + "/share-links")
            .then()
            .statusCode(201)
            .extract()
            .path("token");
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/shared/" + token + "/commitments/" + commitmentId + "/delivery")
        .then()
        .statusCode(200);
  }

  /** An agreement, and the way to its commitments. */
  public record Agreed(World world, UUID id, UUID meetingId, Instant meetingEnd) {

    public JsonPath read() {
      return world.client().get("/v1/agreements/" + id).then().statusCode(200).extract().jsonPath();
    }

    public UUID shared() {
      return find("it.kind == 'shared'");
    }

    /** The individual commitment of {@code owner}, or of a contact by its id. */
    public UUID of(Object promiser) {
      return find("it.promiser == '" + promiser + "'");
    }

    public Instant dueAt() {
      return Instant.parse(read().getString("dueAt"));
    }

    private UUID find(String where) {
      return UUID.fromString(read().getString("commitments.find { " + where + " }.id"));
    }
  }
}
