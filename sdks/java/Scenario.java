import com.sun.net.httpserver.HttpServer;
import dev.followthrough.sdk.*;
import dev.followthrough.sdk.api.AgreementsApi.ListAgreementsQuery;
import dev.followthrough.sdk.api.ContactsApi.ListContactsQuery;
import dev.followthrough.sdk.model.*;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.*;
import java.util.concurrent.*;

/** The main job against a running stack, with a webhook receiver of its own: FOLLOWTHROUGH_URL and FOLLOWTHROUGH_TOKEN. */
public class Scenario {

  record Message(Map<String, List<String>> headers, byte[] body) {}

  public static void main(String[] arguments) throws Exception {
    var received = new LinkedBlockingQueue<Message>();
    var receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(
              new Message(
                  Map.copyOf(exchange.getRequestHeaders()), exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    var client =
        Followthrough.at(System.getenv("FOLLOWTHROUGH_URL"))
            .token(System.getenv("FOLLOWTHROUGH_TOKEN"))
            .build();
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    var endpoint =
        client
            .webhookEndpoints()
            .create(
                new WebhookEndpointFields()
                    .url("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks")
                    .eventTypes(List.of("commitment.delivered")));
    var ada =
        client
            .contacts()
            .create(new ContactFields().name("Ada Lovelace").organisation("Analytical Engines"));
    var read = CallOptions.ifMatch(ada.answer().orElseThrow().etag());
    var changed = client.contacts().change(ada.id(), new ContactPatch().organisation(null), read);
    check(changed.organisation() == null && changed.name().equals("Ada Lovelace"), "a field is cleared");
    check(
        refused(() -> client.contacts().change(ada.id(), new ContactPatch().role("Analyst"), read)).status() == 412,
        "a stale etag is refused");

    var meeting =
        client
            .meetings()
            .create(
                new NewMeeting()
                    .kind(MeetingKind.ONE_ON_ONE)
                    .status(NewMeetingStatus.HELD)
                    .contactIds(List.of(ada.id()))
                    .startsAt(now.minus(Duration.ofHours(2)))
                    .endsAt(now.minus(Duration.ofHours(1))));
    var agreement =
        client.agreements().list(new ListAgreementsQuery().meetingId(meeting.id())).page().items().get(0);
    check(agreement.dueAt().equals(meeting.endsAt().plus(Duration.ofHours(168))), "it is due a week later");
    var mine =
        agreement.commitments().stream()
            .filter(one -> one.kind() == CommitmentKind.INDIVIDUAL && "owner".equals(one.promiser()))
            .findFirst()
            .orElseThrow();
    client
        .commitments()
        .change(
            mine.id(),
            new CommitmentPatch().text("Send the article on gears").complexity(Complexity.SIMPLE));
    client.commitments().promise(mine.id());
    var delivered = client.commitments().deliver(mine.id(), new NewDelivery().note("sent"));
    check(delivered.status() == CommitmentStatus.DELIVERED, "it is delivered");

    var message = received.poll(30, TimeUnit.SECONDS);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    message.headers().forEach((name, values) -> headers.put(name, values.get(0)));
    var event = Webhooks.verify(endpoint.secret(), headers::get, message.body());
    check(
        event instanceof CommitmentDeliveredEvent told && told.data().commitmentId().equals(mine.id()),
        "the webhook tells of it");

    var tag = "java-" + UUID.randomUUID();
    for (int number = 0; number < 5; number++) {
      client.contacts().create(new ContactFields().name("Person " + number).tags(List.of(tag)));
    }
    var listing = client.contacts().list(new ListContactsQuery().tag(tag).limit(2));
    check(listing.page().items().size() == 2, "a page has two");
    check(listing.stream().map(Contact::id).distinct().count() == 5, "all pages have five");

    var once = CallOptions.idempotencyKey(UUID.randomUUID().toString());
    var first = client.contacts().create(new ContactFields().name("Once"), once);
    check(
        client.contacts().create(new ContactFields().name("Once"), once).id().equals(first.id()),
        "a repeat makes nothing");

    var invalid = refused(() -> client.contacts().create(new ContactFields().name("")));
    check(invalid.kind().equals("invalid-request"), "the kind of refusal is told");
    check(invalid.errors().get(0).pointer().equals("/name"), "the field is named");
    check(refused(() -> client.contacts().get(UUID.randomUUID())).status() == 404, "what is not there is 404");

    try (var stream = client.follow(List.of("commitment.delivered"), "0")) {
      var followed = stream.next();
      check(
          ((Map<?, ?>) followed.data()).get("commitmentId").equals(mine.id().toString()),
          "the stream tells of it");
    }
    client.webhookEndpoints().remove(endpoint.id());
    receiver.stop(0);
    System.out.println("the main job is done, its webhook verified");
  }

  private static ProblemException refused(Runnable call) {
    try {
      call.run();
    } catch (ProblemException problem) {
      return problem;
    }
    throw new AssertionError("it was not refused");
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not so: " + what);
    }
  }
}
