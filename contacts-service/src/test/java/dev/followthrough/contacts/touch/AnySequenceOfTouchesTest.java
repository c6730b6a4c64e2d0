package dev.followthrough.contacts.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.contacts.touch.TouchModel.Said;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of calls, held after each against a model that knows the rules and nothing else:
 * what is open is what the product says, and what was told of it adds up to that.
 */
@QuarkusTest
class AnySequenceOfTouchesTest extends TouchesApi {

  private static final int STEPS = 100;

  @Inject DueRunner dueWork;
  @Inject Owners owners;
  @Inject EntityManager entities;
  @Inject Event<PersonRestored> restored;

  private final TouchModel model = new TouchModel();
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void what_is_open_is_what_the_rules_say(long seed) throws SQLException {
    random = new Random(seed);
    for (var name : List.of("Ada", "Bob")) {
      model.contacts.add(contact(name));
    }
    for (var step = 0; step < STEPS; step++) {
      var what = step();
      model.forget();
      assertThat(new HashSet<>(openLoops()))
          .as("seed %d, step %d: %s", seed, step, what)
          .isEqualTo(model.open(time.now()));
    }
    answersAreAsTheModelSays();
    whatWasToldAddsUp();
  }

  private String step() {
    if (!model.gone.isEmpty() && random.nextInt(3) == 0) {
      return leaveOrReturn();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> record();
      case 4, 5, 6 -> correct();
      case 7 -> remove();
      case 8 -> letGo();
      case 9 -> leaveOrReturn();
      default -> {
        time.advance(Duration.ofHours(random.nextInt(48)));
        yield "time passes";
      }
    };
  }

  private String record() {
    var said = new Said();
    said.contact = any(model.contacts);
    said.inbound = random.nextInt(3) > 0;
    said.at = at(Duration.ofHours(random.nextInt(120)).negated());
    say(said);
    var body =
        "{\"contactId\": \"%s\", \"direction\": \"%s\", %s}"
            .formatted(said.contact, said.inbound ? "inbound" : "outbound", said.json());
    var answer = api().body(body).post("/v1/touches");
    if (taken(answer, 201, model.allows(said))) {
      said.id = answer.path("id");
      model.touches.put(said.id, said);
    }
    return "record " + body;
  }

  private String correct() {
    var id = any(model.touches.keySet());
    if (id == null) {
      return "nothing to correct";
    }
    var said = model.touches.get(id).copy();
    if (random.nextBoolean()) {
      said.at = said.at.plus(Duration.ofHours(random.nextInt(73) - 36));
    }
    say(said);
    var body = said.answers == null ? "\"answers\": null, " : "";
    body = "{%s%s}".formatted(body, said.json());
    var answer =
        api().contentType("application/merge-patch+json").body(body).patch("/v1/touches/" + id);
    var right = !said.at.isAfter(time.now()) && model.allows(said);
    if (taken(answer, 200, right)) {
      model.touches.put(id, said);
    }
    return "correct " + id + " " + body;
  }

  private void say(Said said) {
    said.asks = random.nextInt(3) == 0;
    said.thanks = random.nextBoolean();
    // mostly one that it can answer, for most others are refused
    said.answers =
        switch (random.nextInt(6)) {
          case 0, 1 -> null;
          case 2 -> any(model.touches.keySet());
          default -> any(model.answerable(said));
        };
    said.redirects = said.answers != null && random.nextInt(4) == 0;
  }

  private String remove() {
    var id = any(model.touches.keySet());
    if (id != null) {
      var gone = model.gone.contains(model.touches.get(id).contact);
      if (taken(api().delete("/v1/touches/" + id), 204, !gone)) {
        model.remove(id);
      }
    }
    return "remove " + id;
  }

  private String letGo() {
    var id = any(model.touches.keySet());
    if (id != null) {
      var open = model.open(time.now()).contains(id);
      if (taken(api().post("/v1/open-loops/" + id + "/letting-go"), 200, open)) {
        model.letGo.add(id);
      }
    }
    return "let go " + id;
  }

  private String leaveOrReturn() {
    var bob = model.contacts.getLast();
    if (model.gone.remove(bob)) {
      // the API that brings a contact back says no more than this to the touches
      owners.act(ownerId(), () -> restored.fire(new PersonRestored(UUID.fromString(bob))));
      owners.act(ownerId(), () -> contactIsBack(bob));
      return "return";
    }
    assertThat(api().delete("/v1/contacts/" + bob).statusCode()).isEqualTo(204);
    model.gone.add(bob);
    return "leave";
  }

  private void contactIsBack(String id) {
    entities
        .createNativeQuery("update contact set removed_at = null where id = ?1")
        .setParameter(1, UUID.fromString(id))
        .executeUpdate();
  }

  private static boolean taken(Response answer, int status, boolean right) {
    assertThat(answer.statusCode() == status)
        .as("%d %s", answer.statusCode(), answer.asString())
        .isEqualTo(right);
    assertThat(answer.statusCode()).isLessThan(500);
    return right;
  }

  private void answersAreAsTheModelSays() {
    for (var said : model.touches.values()) {
      if (!model.gone.contains(said.contact)) {
        assertThat(get("/v1/touches/" + said.id).extract().<String>path("answeredAt") != null)
            .isEqualTo(model.isAnswered(said));
      }
    }
  }

  private void whatWasToldAddsUp() throws SQLException {
    dueWork.runDue();
    contact("Last");
    var told = new HashSet<String>();
    var opened = 0;
    for (var event : probe.awaitEvents("contacts", ownerId(), AnySequenceOfTouchesTest::isWhole)) {
      var touch = event.subject().replaceFirst(".*/", "");
      switch (event.type()) {
        case "open_loop.opened" -> {
          assertThat(told.add(touch)).as("opened once").isTrue();
          opened++;
        }
        case "open_loop.closed" -> assertThat(told.remove(touch)).as("closed when open").isTrue();
        default -> {}
      }
    }
    assertThat(told).isEqualTo(model.open(time.now()));
    assertThat(opened).as("loops that opened, or this proves nothing").isGreaterThan(9);
  }

  private static boolean isWhole(List<EventRecord> events) {
    return events.stream().anyMatch(event -> event.body().contains("\"Last\""));
  }

  private String any(List<String> ids) {
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  private String any(Set<String> ids) {
    return any(ids.stream().toList());
  }
}
