package dev.followthrough.contacts.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.events.AskChanged;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.AskedContact;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C5: an ask is made once, in commitments-service, and the touch is recorded with it here. */
@QuarkusTest
class AskedTouchTest extends TouchesApi {

  private long heard;
  private String ada;

  @BeforeEach
  void meetAda() {
    time.freeze(Instant.parse("2026-03-10T12:00:00Z"));
    ada = contact("Ada");
  }

  @Test
  void an_ask_is_a_touch_with_each_contact_under_the_id_that_it_names() {
    var bob = contact("Bob");
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada, bob);
    hears(ask);
    var touches = touches("");
    assertThat(touches.getList("contactId", String.class)).containsExactlyInAnyOrder(ada, bob);
    get("/v1/touches/" + ask.contacts().getFirst().touchId())
        .statusCode(200)
        .body("contactId", equalTo(ada))
        .body("direction", equalTo("outbound"))
        .body("kind", equalTo("message"))
        .body("happenedAt", equalTo(ask.askedAt().toString()))
        .body("asksQuestion", equalTo(true))
        .body("awaitsReply", equalTo(true))
        .body("asksNothing", equalTo(false));
    assertThat(
            probe.awaitEvent("contacts", ownerId(), TouchRecorded.class, t -> true).asksNothing())
        .isFalse();
  }

  @Test
  void what_a_contact_asked_becomes_an_open_loop_until_the_answer_is_recorded() {
    var ask = ask(AskDirection.INBOUND, Duration.ofDays(4), ada);
    hears(ask);
    var touch = ask.contacts().getFirst().touchId();
    assertThat(openLoops()).containsExactly(touch.toString());

    hears(new AskDeclined(ask.askId(), id(ada), touch, AskDirection.INBOUND, time.now()));
    assertThat(openLoops()).isEmpty();
    get("/v1/touches/" + touch).body("answeredAt", equalTo(time.now().toString()));
    assertThat(touches("?direction=outbound").getList("answers", String.class))
        .containsExactly(touch.toString());
  }

  @Test
  void an_answer_that_is_a_touch_already_is_not_recorded_again_and_letting_go_is_no_answer() {
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(4), ada);
    hears(ask);
    var touch = ask.contacts().getFirst().touchId();
    hears(new AskLetGo(ask.askId(), id(ada), touch, AskDirection.OUTBOUND, time.now()));
    assertThat(touches("").getList("id")).hasSize(1);
    touch(ada, "inbound", Duration.ofDays(2), answers(touch.toString()));
    hears(new AskGranted(ask.askId(), id(ada), touch, AskDirection.OUTBOUND, time.now()));
    assertThat(touches("").getList("id")).hasSize(2);
  }

  @Test
  void what_a_contact_asked_and_the_owner_let_go_is_an_open_loop_let_go() {
    var open = ask(AskDirection.INBOUND, Duration.ofDays(4), ada);
    var young = ask(AskDirection.INBOUND, Duration.ofDays(1), ada);
    hears(open);
    hears(young);
    for (var ask : List.of(open, young)) {
      var touch = ask.contacts().getFirst().touchId();
      hears(new AskLetGo(ask.askId(), id(ada), touch, AskDirection.INBOUND, time.now()));
    }
    assertThat(openLoops()).isEmpty();
    var touch = open.contacts().getFirst().touchId();
    var closed =
        probe.awaitEvent(
            "contacts", ownerId(), OpenLoopClosed.class, e -> e.touchId().equals(touch));
    assertThat(closed.because()).isEqualTo(LoopEnd.LET_GO);
    time.advance(Duration.ofDays(10));
    assertThat(openLoops()).isEmpty();
  }

  @Test
  void no_reply_is_awaited_to_an_ask_that_has_ended() {
    for (var end : List.of("letGo", "lost", "declined", "granted")) {
      var bob = contact("Bob " + end);
      var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(4), bob);
      hears(ask);
      assertThat(awaitsReply(bob)).isTrue();
      hears(end(end, ask, bob));
      assertThat(awaitsReply(bob)).as(end).isFalse();
    }
  }

  @Test
  void an_ask_that_ended_while_its_contact_was_removed_is_waited_for_no_more() {
    var bob = contact("Bob");
    var inbound = ask(AskDirection.INBOUND, Duration.ofDays(4), ada);
    var outbound = ask(AskDirection.OUTBOUND, Duration.ofDays(4), bob);
    hears(inbound);
    hears(outbound);
    List.of(ada, bob).forEach(one -> api().delete("/v1/contacts/" + one).then().statusCode(204));
    hears(end("declined", inbound, ada));
    hears(end("granted", outbound, bob));
    for (var one : List.of(ada, bob)) {
      post("/v1/contacts/" + one + "/restoration", "").statusCode(200);
    }
    assertThat(openLoops()).isEmpty();
    assertThat(awaitsReply(bob)).isFalse();
  }

  @Test
  void a_repeat_or_an_ask_of_somebody_who_is_gone_records_nothing() {
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada);
    hears(ask);
    hears(ask);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    var gone = ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada);
    hears(gone);
    hears(
        new AskGranted(
            gone.askId(),
            id(ada),
            gone.contacts().getFirst().touchId(),
            AskDirection.OUTBOUND,
            time.now()));
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);
    assertThat(touches("").getList("id")).hasSize(1);
  }

  @Test
  void a_goal_shows_the_asks_that_serve_it_and_one_that_is_gone_does_no_harm() {
    var goal = post("/v1/goals", "{\"words\": \"A guild\"}").extract().<String>path("id");
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada);
    hears(serving(ask, id(goal)));
    hears(serving(ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada), Ids.next()));
    position()
        .get("/v1/goals/" + goal)
        .then()
        .body("brought", hasSize(1))
        .body("brought.kind", contains("ask"))
        .body("brought.id", contains(ask.askId().toString()));
    api().delete("/v1/goals/" + goal).then().statusCode(409);
  }

  @Test
  void an_ask_taken_back_takes_its_touches_its_open_loop_and_its_goal_along() {
    var goal = post("/v1/goals", "{\"words\": \"A guild\"}").extract().<String>path("id");
    var ask = serving(ask(AskDirection.INBOUND, Duration.ofDays(4), ada), id(goal));
    hears(ask);
    assertThat(openLoops()).hasSize(1);
    var removed = new AskRemoved(ask.askId(), ask.contacts());
    hears(removed);
    hears(removed);
    assertThat(touches("").getList("id")).isEmpty();
    assertThat(openLoops()).isEmpty();
    position().get("/v1/goals/" + goal).then().body("brought", hasSize(0));
  }

  @Test
  void what_answered_an_ask_taken_back_stays_and_answers_nothing() {
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(4), ada);
    hears(ask);
    touch(
        ada,
        "inbound",
        Duration.ofDays(2),
        answers(ask.contacts().getFirst().touchId().toString()));
    hears(new AskRemoved(ask.askId(), ask.contacts()));
    assertThat(touches("").getList("id")).hasSize(1);
    assertThat(touches("").getList("answers")).containsOnlyNulls();
  }

  @Test
  void an_ask_taken_back_while_its_contact_is_removed_does_not_come_back_with_them() {
    var ask = ask(AskDirection.INBOUND, Duration.ofDays(4), ada);
    hears(ask);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    hears(new AskRemoved(ask.askId(), ask.contacts()));
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);
    assertThat(touches("").getList("id")).isEmpty();
    assertThat(openLoops()).isEmpty();
  }

  @Test
  void what_answered_an_ask_taken_back_from_somebody_removed_comes_back_and_answers_nothing() {
    var ask = ask(AskDirection.OUTBOUND, Duration.ofDays(4), ada);
    hears(ask);
    var asked = ask.contacts().getFirst().touchId().toString();
    var first = touch(ada, "inbound", Duration.ofDays(2), answers(asked));
    var second = touch(ada, "inbound", Duration.ofDays(1), answers(asked));
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    hears(new AskRemoved(ask.askId(), ask.contacts()));
    assertThat(
            probe
                .awaitEvent(
                    "contacts", ownerId(), TouchChanged.class, e -> e.touchId().equals(id(first)))
                .answers())
        .isNull();
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);

    assertThat(touches("").getList("answers")).containsOnlyNulls();
    patch("/v1/touches/" + first, "{\"note\": \"by mail\"}").statusCode(200);
    api().delete("/v1/touches/" + second).then().statusCode(204);
  }

  @Test
  void the_last_touch_of_somebody_removed_is_counted_anew_without_the_ask_taken_back() {
    patch("/v1/contacts/" + ada, "{\"cadenceDays\": 10}").statusCode(200);
    time.advance(Duration.ofDays(9));
    var ask = ask(AskDirection.OUTBOUND, Duration.ZERO, ada);
    hears(ask);
    get("/v1/keep-in-touch").body("items", hasSize(0));
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    hears(new AskRemoved(ask.askId(), ask.contacts()));
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);
    get("/v1/keep-in-touch").body("items.on", contains("2026-03-20"));
  }

  @Test
  void an_ask_corrected_serves_the_goal_that_it_names_now_and_no_other() {
    var guild = post("/v1/goals", "{\"words\": \"A guild\"}").extract().<String>path("id");
    var frames = post("/v1/goals", "{\"words\": \"Frames\"}").extract().<String>path("id");
    var ask = serving(ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada), id(guild));
    hears(ask);
    hears(new AskChanged(ask.askId(), id(frames), null, List.of("goalId")));
    position().get("/v1/goals/" + guild).then().body("brought", hasSize(0));
    position().get("/v1/goals/" + frames).then().body("brought.kind", contains("ask"));
    hears(new AskChanged(ask.askId(), id(frames), null, List.of("words")));
    position().get("/v1/goals/" + frames).then().body("brought", hasSize(1));
    hears(new AskChanged(ask.askId(), null, null, List.of("goalId")));
    position().get("/v1/goals/" + frames).then().body("brought", hasSize(0));
  }

  @Test
  void an_ask_of_somebody_erased_serves_no_goal_any_more() {
    var goal = post("/v1/goals", "{\"words\": \"A guild\"}").extract().<String>path("id");
    var ask = serving(ask(AskDirection.OUTBOUND, Duration.ofDays(1), ada), id(goal));
    hears(ask);
    hears(new AskRemoved(ask.askId(), List.of()));
    position().get("/v1/goals/" + goal).then().body("brought", hasSize(0));
    assertThat(touches("").getList("id")).hasSize(1);
  }

  private AskMade ask(AskDirection direction, Duration ago, String... contacts) {
    return new AskMade(
        Ids.next(),
        direction,
        TouchKind.MESSAGE,
        time.now().minus(ago),
        Arrays.stream(contacts).map(one -> new AskedContact(id(one), Ids.next())).toList(),
        null,
        null);
  }

  private static CommitmentsEvent end(String status, AskMade ask, String contact) {
    var touch = ask.contacts().getFirst().touchId();
    var at = ask.askedAt().plus(Duration.ofDays(1));
    var way = ask.direction();
    return switch (status) {
      case "letGo" -> new AskLetGo(ask.askId(), id(contact), touch, way, at);
      case "lost" -> new AskLost(ask.askId(), id(contact), touch, way, at, LossReason.PRICE);
      case "declined" -> new AskDeclined(ask.askId(), id(contact), touch, way, at);
      case "granted" -> new AskGranted(ask.askId(), id(contact), touch, way, at);
      default -> throw new IllegalArgumentException(status);
    };
  }

  private boolean awaitsReply(String contact) {
    return get("/v1/contacts/" + contact + "/guidance?for=touch")
        .extract()
        .<List<String>>path("items.code")
        .contains("replyAwaited");
  }

  private static AskMade serving(AskMade ask, UUID goal) {
    return new AskMade(
        ask.askId(), ask.direction(), ask.by(), ask.askedAt(), ask.contacts(), goal, null);
  }

  private void hears(CommitmentsEvent event) {
    heard = probe.publish("commitments", ownerId(), event, time.now()).position();
    // waits until it has been heard
    position().get("/v1/goals").then().statusCode(200);
  }

  private io.restassured.specification.RequestSpecification position() {
    return api().header("Followthrough-Position", "commitments." + heard);
  }

  private JsonPath touches(String query) {
    return get("/v1/touches" + query).statusCode(200).extract().jsonPath().setRootPath("items");
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
