package dev.followthrough.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.standardwebhooks.Webhook;
import dev.followthrough.sdk.api.ContactsApi.ListContactsQuery;
import dev.followthrough.sdk.model.AgreementClosedEvent;
import dev.followthrough.sdk.model.Circle;
import dev.followthrough.sdk.model.Contact;
import dev.followthrough.sdk.model.ContactFields;
import dev.followthrough.sdk.model.ContactPatch;
import dev.followthrough.sdk.model.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowthroughTest {

  private static final UUID ID = UUID.fromString("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3");
  private static final String ADA =
      """
      {"id": "%s", "name": "Ada", "circle": "inner", "createdAt": "2026-03-30T09:00:00Z"}"""
          .formatted(ID);

  private final List<Duration> pauses = new ArrayList<>();
  private PlayedApi api;
  private Followthrough client;

  @BeforeEach
  void start() throws IOException {
    api = new PlayedApi();
    client = Followthrough.at(api.address() + "/").token("secret").pause(pauses::add).build();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_call_says_what_it_wants_and_reads_what_it_gets() {
    api.says(201, ADA, "ETag", "\"1\"", "Location", "/v1/contacts/" + ID);

    var ada = client.contacts().create(new ContactFields().name("Ada").circle(Circle.INNER));

    assertThat(ada.id()).isEqualTo(ID);
    assertThat(ada.circle()).isEqualTo(Circle.INNER);
    assertThat(ada.createdAt()).isEqualTo(Instant.parse("2026-03-30T09:00:00Z"));
    assertThat(ada.organisation()).isNull();
    assertThat(ada.answer().orElseThrow().etag()).isEqualTo("\"1\"");
    var asked = api.asked.get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /v1/contacts");
    assertThat(asked.body()).isEqualTo("{\"name\":\"Ada\",\"circle\":\"inner\"}");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void a_repeat_after_a_broken_connection_or_503_carries_the_same_idempotency_key() {
    api.says(503, "{}", "Retry-After", "7").says(429, "{}").says(201, ADA);

    client.contacts().create(new ContactFields().name("Ada"));

    assertThat(api.asked)
        .hasSize(3)
        .extracting(one -> one.header("Idempotency-Key"))
        .doesNotContainNull()
        .containsOnly(api.asked.get(0).header("Idempotency-Key"));
    assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(7));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void what_was_written_is_waited_for_by_the_next_call() {
    api.says(201, ADA, "Followthrough-Position", "contacts.12")
        .says(200, ADA, "Followthrough-Position", "contacts.11")
        .says(200, ADA);

    client.contacts().create(new ContactFields().name("Ada"));
    client.contacts().get(ID);
    client.contacts().get(ID);

    assertThat(api.asked)
        .extracting(one -> one.header("Followthrough-Position"))
        .containsExactly(null, "contacts.12", "contacts.12");
  }

  @Test
  void a_patch_clears_a_field_that_is_set_to_null_and_leaves_the_others() {
    api.says(200, ADA);

    client
        .contacts()
        .change(
            ID, new ContactPatch().organisation(null).name("Ada"), CallOptions.ifMatch("\"1\""));

    var asked = api.asked.get(0);
    assertThat(asked.body()).isEqualTo("{\"organisation\":null,\"name\":\"Ada\"}");
    assertThat(asked.header("Content-Type")).isEqualTo("application/merge-patch+json");
    assertThat(asked.header("If-Match")).isEqualTo("\"1\"");
    assertThat(asked.header("Idempotency-Key")).isNull();
  }

  @Test
  void a_list_is_read_page_by_page() {
    api.says(200, "{\"items\": [%s, %s], \"nextCursor\": \"a b\"}".formatted(ADA, ADA))
        .says(200, "{\"items\": [%s]}".formatted(ADA));

    var names =
        client.contacts().list(new ListContactsQuery().circle(Circle.INNER)).stream()
            .map(Contact::name)
            .toList();

    assertThat(names).containsExactly("Ada", "Ada", "Ada");
    assertThat(api.asked)
        .extracting(PlayedApi.Asked::target)
        .containsExactly("/v1/contacts?circle=inner", "/v1/contacts?circle=inner&cursor=a%20b");
  }

  @Test
  void a_refusal_names_each_field_and_rule() {
    api.says(
        400,
        """
        {"type": "/problems/invalid-request", "title": "Invalid request", "status": 400, "instance": "/v1/contacts",
         "errors": [{"pointer": "/name", "rule": "required", "detail": "is missing"}]}""",
        "X-Request-Id",
        "r-1");

    var refused =
        catchThrowableOfType(
            ProblemException.class, () -> client.contacts().create(new ContactFields()));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.kind()).isEqualTo("invalid-request");
    assertThat(refused.requestId()).isEqualTo("r-1");
    assertThat(refused.errors().get(0).pointer()).isEqualTo("/name");
    assertThat(refused).hasMessageContaining("/name: is missing");
  }

  @Test
  void what_is_not_a_problem_of_ours_is_told_by_its_status() {
    api.says(404, "<html>", "Content-Type", "text/html");

    assertThatThrownBy(() -> client.contacts().get(ID))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }

  @Test
  void a_refused_token_is_asked_for_anew_once() {
    api.says(401, "{}").says(200, ADA);
    var stale = new ArrayList<Boolean>();
    var refreshing =
        Followthrough.at(api.address())
            .tokens(
                old -> {
                  stale.add(old);
                  return old ? "new" : "old";
                })
            .build();

    refreshing.contacts().get(ID);

    assertThat(stale).containsExactly(false, true);
    assertThat(api.asked.get(1).header("Authorization")).isEqualTo("Bearer new");
  }

  @Test
  void a_word_that_is_newer_than_the_sdk_breaks_nothing() {
    api.says(200, ADA.replace("\"inner\"", "\"outer\", \"mood\": \"fine\""));

    var ada = client.contacts().get(ID);

    assertThat(ada.circle()).isEqualTo(Circle.UNRECOGNISED);
    assertThat(ada.unknownMembers()).containsEntry("mood", "fine");
  }

  @Test
  void the_event_stream_goes_on_after_the_last_event() {
    var block =
        "id: %d\nevent: contact.added\ndata: {\"id\": \"%s\", \"type\": \"contact.added\"}\n\n";
    api.says(200, ": alive\n\n" + block.formatted(4, ID), "Content-Type", "text/event-stream")
        .says(200, block.formatted(5, ID), "Content-Type", "text/event-stream");

    try (var stream = client.follow(List.of("contact.*"), "3")) {
      assertThat(stream.next()).isInstanceOf(Event.class);
      assertThat(stream.next().type()).isEqualTo("contact.added");
      assertThat(stream.place()).isEqualTo("5");
    }

    assertThat(api.asked)
        .extracting(one -> one.target() + " " + one.header("Last-Event-ID"))
        .containsExactly(
            "/v1/events/stream?type=contact.* 3", "/v1/events/stream?type=contact.* 4");
  }

  @Test
  void a_webhook_is_verified_as_the_standard_says() throws Exception {
    var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    var body =
        """
        {"type": "agreement.closed", "timestamp": "2026-03-30T09:00:00Z", "data": {"sequence": 3}}""";
    long now = Instant.now().getEpochSecond();
    var signature = new Webhook(secret).sign("msg_1", now, body);
    var headers =
        Map.of(
            "webhook-id",
            "msg_1",
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            "v1,b2xk " + signature);

    var event = Webhooks.verify(secret, headers::get, body.getBytes(StandardCharsets.UTF_8));

    assertThat(event)
        .isInstanceOfSatisfying(
            AgreementClosedEvent.class,
            closed -> assertThat(closed.data().sequence()).isEqualTo(3));
    assertThatThrownBy(
            () ->
                Webhooks.verify(
                    secret, headers::get, (body + " ").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidSignatureException.class);
    var old = new java.util.HashMap<>(headers);
    old.put("webhook-timestamp", Long.toString(now - 301));
    assertThatThrownBy(
            () -> Webhooks.verify(secret, old::get, body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidSignatureException.class);
  }
}
