package dev.followthrough.notifications;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.conformance.ConformanceSuite;
import dev.followthrough.platform.conformance.Example;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class NotificationsConformanceTest extends ConformanceSuite {

  @Inject KafkaProbe others;
  @Inject SettableTime time;

  private static final Receiver RECEIVER = new Receiver();

  @AfterAll
  static void close() {
    RECEIVER.close();
  }

  @Override
  protected Map<String, Supplier<Example>> examples() {
    return Map.ofEntries(
        Map.entry("createWebhookEndpoint", Example::of),
        Map.entry("listWebhookEndpoints", Example::of),
        Map.entry("getWebhookEndpoint", this::endpoint),
        Map.entry("changeWebhookEndpoint", this::endpoint),
        Map.entry("removeWebhookEndpoint", this::endpoint),
        Map.entry("rotateWebhookSecret", this::endpoint),
        Map.entry("enableWebhookEndpoint", this::endpoint),
        Map.entry("disableWebhookEndpoint", this::endpoint),
        Map.entry("testWebhookEndpoint", this::endpoint),
        Map.entry("listDeliveries", this::endpoint),
        Map.entry("recoverDeliveries", this::endpoint),
        Map.entry("getDelivery", this::delivery),
        Map.entry("resendDelivery", this::delivery),
        Map.entry("listEvents", Example::of),
        Map.entry("getEvent", this::event),
        Map.entry("followEvents", Example::of),
        Map.entry("listReminders", Example::of),
        Map.entry("getReminder", this::reminder),
        Map.entry("snoozeReminder", this::snooze),
        Map.entry("skipReminder", this::reminder),
        Map.entry("acknowledgeReminder", this::sentReminder),
        Map.entry("createCalendarFeed", Example::of),
        Map.entry("listCalendarFeeds", Example::of),
        Map.entry("getCalendarFeed", this::feed),
        Map.entry("changeCalendarFeed", this::feed),
        Map.entry("revokeCalendarFeed", this::feed),
        Map.entry("readCalendarFeed", this::subscription),
        Map.entry("getReminderPolicy", Example::of),
        Map.entry("replaceReminderPolicy", Example::of));
  }

  private Example reminder() {
    return reminderOf(meet(time.now().plus(Duration.ofDays(6))), "planned");
  }

  private Example snooze() {
    var until = time.now().plus(Duration.ofHours(1)).toString();
    return reminder().body(body -> body.put("until", until));
  }

  private Example sentReminder() {
    var agreement = meet(time.now().plus(Duration.ofHours(1)));
    others.publish(
        "commitments",
        Tokens.ownerId(owner()),
        new CommitmentPromised(
            UUID.randomUUID(),
            agreement,
            agreement,
            CommitmentKind.SHARED,
            Party.OWNER,
            null,
            1,
            "Write a page",
            Complexity.SIMPLE,
            null,
            time.now(),
            Party.OWNER,
            time.now()),
        time.now());
    return reminderOf(agreement, "sent");
  }

  /** Tells of an agreement that is due then, as commitments-service would. */
  private UUID meet(Instant dueAt) {
    var agreement = UUID.randomUUID();
    others.publish(
        "commitments",
        Tokens.ownerId(owner()),
        new AgreementOpened(
            agreement,
            agreement,
            dueAt,
            List.of(new Participant(UUID.randomUUID(), "Ada")),
            List.of(new OpenedCommitment(UUID.randomUUID(), CommitmentKind.SHARED, null, null))),
        time.now());
    return agreement;
  }

  private Example reminderOf(UUID agreement, String status) {
    var path = "/v1/reminders?agreementId=" + agreement + "&status=" + status;
    Awaitility.await().until(() -> get(path).path("items").size() > 0);
    return Example.of().path("id", get(path).path("items").path(0).path("id").asText());
  }

  private String endpointId() {
    return post(
            "/v1/webhook-endpoints",
            "{\"url\": \"%s\", \"eventTypes\": [\"agreement.voided\"]}".formatted(RECEIVER.url()))
        .get("id")
        .asText();
  }

  private Example feed() {
    return Example.of().path("id", post("/v1/calendar-feeds", "{}").get("id").asText());
  }

  private Example subscription() {
    var url = post("/v1/calendar-feeds", "{}").get("url").asText();
    return Example.of().path("token", url.replaceAll(".*/feeds/(.*)/calendar.ics", "$1"));
  }

  private Example endpoint() {
    return Example.of().path("id", endpointId());
  }

  private Example event() {
    var delivery = post("/v1/webhook-endpoints/" + endpointId() + "/test", "");
    return Example.of().path("id", delivery.get("eventId").asText());
  }

  private Example delivery() {
    var delivery = post("/v1/webhook-endpoints/" + endpointId() + "/test", "");
    var id = delivery.get("id").asText();
    Awaitility.await()
        .until(
            () ->
                get("/v1/deliveries/" + id)
                    .path("delivery")
                    .path("status")
                    .asText()
                    .equals("delivered"));
    return Example.of().path("id", id);
  }
}
