package dev.followthrough.commitments;

import static java.util.Map.entry;

import dev.followthrough.events.Participant;
import dev.followthrough.platform.conformance.ConformanceSuite;
import dev.followthrough.platform.conformance.Example;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Every operation of this service, held against its document. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "commitments"))
class CommitmentsConformanceTest extends ConformanceSuite {

  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  @Inject SettableTime time;
  @Inject KafkaProbe kafka;
  private World world;
  private Participant ada;

  @BeforeEach
  void meetAda() {
    time.freeze(Instant.parse("2026-03-25T12:00:00Z"));
    world = new World(kafka, time, owner());
    ada = world.contact("Ada");
  }

  @AfterEach
  void putTheClockRight() {
    time.reset();
  }

  @Override
  protected Map<String, Supplier<Example>> examples() {
    return Map.ofEntries(
        entry("listAgreements", Example::of),
        entry("getAgreement", () -> Example.of().path("id", world.meets(ada).id())),
        entry("changeAgreement", this::anAgreementAndAnEarlierDay),
        entry("listCommitments", Example::of),
        entry("getCommitment", () -> of(world.meets(ada).of("owner"))),
        entry("changeCommitment", () -> of(world.meets(ada).of("owner"))),
        entry("promiseCommitment", () -> of(worded("owner"))),
        entry("declineCommitment", () -> of(worded("owner"))),
        entry("deliverCommitment", () -> of(promised("owner"))),
        entry("attestDelivery", this::missedByAda),
        entry("denyDelivery", this::deliveredByAda),
        entry("apologise", () -> of(missed("owner"))),
        entry("assessCommitment", () -> of(delivered(ada.contactId()))),
        entry("getAssessments", () -> of(worded("owner"))),
        entry("proposeWording", () -> of(worded("owner"))),
        entry("acceptWording", this::aCounterProposal),
        entry("getMirror", Example::of),
        entry("getStanding", () -> Example.of().path("contactId", ada.contactId())),
        entry(
            "listStandingEvidence",
            () -> Example.of().path("contactId", ada.contactId()).query("figure", "reliability")),
        entry("recordFavour", this::withAda),
        entry("listFavours", Example::of),
        entry("getFavour", () -> Example.of().path("id", aFavour())),
        entry("changeFavour", () -> Example.of().path("id", aFavour())),
        entry("removeFavour", () -> Example.of().path("id", aFavour())),
        entry(
            "makeAsk",
            () -> Example.of().body(b -> b.putArray("contactIds").add(ada.contactId().toString()))),
        entry("listAsks", Example::of),
        entry("listWaitingAsks", Example::of),
        entry("getAskLosses", Example::of),
        entry("getAsk", () -> Example.of().path("id", anAsk())),
        entry("changeAsk", () -> Example.of().path("id", anAsk())),
        entry("removeAsk", () -> Example.of().path("id", anAsk())),
        entry("recordAskOutcome", () -> withAda().path("id", anAsk())),
        entry("createShareLink", () -> withAda().path("id", world.meets(ada).id())),
        entry("listShareLinks", () -> Example.of().path("id", aLink().agreement())),
        entry("getShareLink", this::itsId),
        entry("revokeShareLink", this::itsId),
        entry("getSharedAgreement", () -> through(world.meets(ada))),
        entry("sayNoThanks", () -> through(world.meets(ada))),
        entry("askToBeForgotten", this::throughALinkOfSomebodyElse),
        entry("promiseThroughLink", () -> through(worded(ada.contactId()))),
        entry("declineThroughLink", () -> through(worded(ada.contactId()))),
        entry("proposeThroughLink", () -> through(worded(ada.contactId()))),
        entry("acceptThroughLink", this::anOwnersCounterProposal),
        entry("deliverThroughLink", () -> through(promised(ada.contactId()))),
        entry("confirmThroughLink", () -> through(promised("owner"))),
        entry("denyThroughLink", () -> through(delivered("owner"))),
        entry("apologiseThroughLink", () -> through(missed(ada.contactId()))),
        entry("assessThroughLink", () -> through(delivered("owner"))),
        entry("listActionIdeas", Example::of),
        entry("addActionIdea", Example::of),
        entry("getActionIdea", () -> Example.of().path("id", anIdea())),
        entry("changeActionIdea", () -> Example.of().path("id", anIdea())),
        entry("removeActionIdea", () -> Example.of().path("id", anIdea())),
        entry("suggestActionIdeas", () -> of(world.meets(ada).of("owner"))),
        entry("getCommitmentWords", () -> of(worded("owner")).query("for", "nudge")),
        entry("getActionIdeaWords", this::anIdeaForAda),
        entry("listNextActions", Example::of),
        entry("getNextAction", () -> Example.of().path("id", aLine())),
        entry("snoozeNextAction", this::aLineAndAnEnd),
        entry("dismissNextAction", () -> Example.of().path("id", aLine())),
        entry("completeNextAction", () -> Example.of().path("id", aLine())),
        entry("showNextAction", () -> Example.of().path("id", aHiddenLine())),
        entry("getReciprocity", () -> Example.of().path("contactId", ada.contactId())));
  }

  private Example withAda() {
    return Example.of().body(body -> body.put("contactId", ada.contactId().toString()));
  }

  /** That thanks are owed for a favour. */
  private UUID aLine() {
    var about = "favour/" + aFavour();
    for (var line : get("/v1/next-actions?kind=thanks&limit=200").get("items")) {
      if (line.get("about").asText().equals(about)) {
        return UUID.fromString(line.get("id").asText());
      }
    }
    throw new IllegalStateException("no thanks are owed for " + about);
  }

  private Example aLineAndAnEnd() {
    var until = time.now().plus(Duration.ofDays(1)).toString();
    return Example.of().path("id", aLine()).body(body -> body.put("until", until));
  }

  private UUID aHiddenLine() {
    var id = aLine();
    post("/v1/next-actions/" + id + "/dismissal", "{}");
    return id;
  }

  private record Linked(UUID agreement, UUID id, String token) {}

  private Linked aLink() {
    return aLink(world.meets(ada).id(), ada);
  }

  private Linked aLink(UUID agreement, Participant contact) {
    var made =
        post(
            "/v1/agreements/" + agreement + "/share-links",
            "{\"contactId\": \"%s\"}".formatted(contact.contactId()));
    return new Linked(
        agreement,
        UUID.fromString(made.get("link").get("id").asText()),
        made.get("token").asText());
  }

  private Example itsId() {
    var link = aLink();
    return Example.of().path("id", link.agreement()).path("linkId", link.id());
  }

  private Example through(World.Agreed agreed) {
    return Example.of().path("token", aLink(agreed.id(), ada).token());
  }

  /** Who is forgotten must not be one whom other examples need. */
  private Example throughALinkOfSomebodyElse() {
    var bob = world.contact("Bob");
    return Example.of().path("token", aLink(world.meets(bob).id(), bob).token());
  }

  private Example through(UUID commitmentId) {
    var agreement = get("/v1/commitments/" + commitmentId).get("agreementId").asText();
    return Example.of()
        .path("token", aLink(UUID.fromString(agreement), ada).token())
        .path("id", commitmentId);
  }

  private Example anOwnersCounterProposal() {
    var id = world.meets(ada).of("owner");
    post(
        "/v1/commitments/" + id + "/wordings",
        "{\"text\": \"Rather this\", \"proposedBy\": \"owner\"}");
    return through(id).path("number", 1);
  }

  private UUID aFavour() {
    var body =
        """
        {"contactId": "%s", "direction": "received", "kind": "link", "size": "small",
         "words": "The link on gears", "happenedAt": "2026-03-20T09:00:00Z"}
        """;
    return id("/v1/favours", body);
  }

  private UUID anAsk() {
    var body =
        """
        {"contactIds": ["%s"], "direction": "outbound", "words": "Would you?",
         "askedAt": "2026-03-20T09:00:00Z"}
        """;
    return id("/v1/asks", body);
  }

  private UUID anIdea() {
    return id("/v1/action-ideas", "{\"kind\": \"shared\", \"words\": \"Ride together\"}");
  }

  private Example anIdeaForAda() {
    return Example.of()
        .path("id", anIdea())
        .query("for", "proposal")
        .query("contactId", ada.contactId());
  }

  private UUID id(String path, String body) {
    return UUID.fromString(post(path, body.formatted(ada.contactId())).get("id").asText());
  }

  private static Example of(UUID commitmentId) {
    return Example.of().path("id", commitmentId);
  }

  private Example anAgreementAndAnEarlierDay() {
    var agreement = world.meets(ada);
    var earlier = agreement.dueAt().minus(Duration.ofDays(1)).toString();
    return Example.of().path("id", agreement.id()).body(body -> body.put("dueAt", earlier));
  }

  private Example missedByAda() {
    var id = missed(ada.contactId());
    var inTime = get("/v1/commitments/" + id).get("dueAt").asText();
    return of(id).body(body -> body.put("happenedAt", inTime));
  }

  private Example aCounterProposal() {
    var id = world.meets(ada).of("owner");
    post(
        "/v1/commitments/" + id + "/wordings",
        "{\"text\": \"Rather this\", \"proposedBy\": \"%s\"}".formatted(ada.contactId()));
    return of(id).path("number", 1);
  }

  private UUID worded(Object promiser) {
    return words(world.meets(ada).of(promiser));
  }

  private UUID promised(Object promiser) {
    return promise(worded(promiser));
  }

  private Example deliveredByAda() {
    var id = promised(ada.contactId());
    world.deliversThroughLink(id, ada.contactId(), "{}");
    return of(id);
  }

  private UUID delivered(Object promiser) {
    var id = promised(promiser);
    post("/v1/commitments/" + id + "/delivery", "{\"reportedBy\": \"%s\"}".formatted(promiser));
    return id;
  }

  private UUID missed(Object promiser) {
    var almostAWeekAgo = time.now().minus(Duration.ofHours(168)).plus(A_MOMENT);
    var id = promise(words(world.meetsAt(almostAWeekAgo, ada).of(promiser)));
    time.advance(A_MOMENT.plusMillis(1));
    return id;
  }

  private UUID words(UUID id) {
    patch("/v1/commitments/" + id, "{\"text\": \"Send the link\"}");
    return id;
  }

  private UUID promise(UUID id) {
    post("/v1/commitments/" + id + "/promise", "{}");
    return id;
  }
}
