package dev.followthrough.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.EventStream;
import dev.followthrough.system.client.EventStream.Told;
import dev.followthrough.system.client.OwnStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One log followed at two replicas of the service at once: neither client sees a gap or a double,
 * whichever replica logs, and after the death of its replica a client goes on at the other one.
 */
class StreamAcrossReplicasTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int EVENTS = 30;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void a_client_at_each_replica_sees_everything_once_and_goes_on_at_the_other() throws Exception {
    try (var stack = new OwnStack(PROJECT, data, Map.of("FOLLOWTHROUGH_REPLICAS", "2"))) {
      var running = stack.start();
      var settings = running.settings();
      var replicas = settings.ports().replicasOf("notifications");
      var first = settings.url(replicas.get("notifications"));
      var second = settings.url(replicas.get("notifications-2"));
      var token = running.token("stream");
      var api = new Api(running.baseUrl(), token);

      var stays = EventStream.open(first, token, "", "0");
      var dies = EventStream.open(second, token, "", "0");
      var contacts = add(api, EVENTS);
      awaitContacts(stays.told(), contacts);
      awaitContacts(dies.told(), contacts);

      Victims.kill(stack.processes("notifications-2").getFirst());
      await().atMost(PATIENCE).until(dies::hasEnded);
      contacts.addAll(add(api, EVENTS));
      var goesOn = EventStream.open(first, token, "", dies.lastId());
      awaitContacts(stays.told(), contacts);
      awaitContacts(goesOn.told(), contacts.subList(EVENTS, contacts.size()));

      // the dead one is started again, and then the client of the other one goes on there
      stays.close();
      await().atMost(PATIENCE).until(stays::hasEnded);
      var here = awaitStream(second, token, stays.lastId());
      contacts.addAll(add(api, EVENTS));
      awaitContacts(here.told(), contacts.subList(2 * EVENTS, contacts.size()));
      awaitContacts(goesOn.told(), contacts.subList(EVENTS, contacts.size()));

      var told = new ArrayList<>(dies.told());
      told.addAll(goesOn.told());
      assertWhole(told, contacts);
      var other = new ArrayList<>(stays.told());
      other.addAll(here.told());
      assertWhole(other, contacts);
      here.close();
      goesOn.close();
    }
  }

  /** A call that fails is repeated with its key, as a good client does. */
  private static List<String> add(Api api, int count) {
    var added = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var body = "{\"name\": \"Person %d\"}".formatted(i);
      var key = UUID.randomUUID().toString();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                added.add(api.post("/v1/contacts", body, key).orThrow().path("id").asText());
                return true;
              });
    }
    return added;
  }

  private static EventStream awaitStream(String url, String token, String lastId) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> EventStream.open(url, token, "", lastId), stream -> true);
  }

  private static List<String> contactsOf(List<Told> told) {
    return told.stream()
        .filter(one -> one.type().equals("contact.added"))
        .map(one -> one.data().at("/data/contactId").asText())
        .toList();
  }

  private static void awaitContacts(List<Told> told, List<String> contacts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(contactsOf(told)).containsAll(contacts));
  }

  /** From the log's first event on, each place once and in its order, and each contact once. */
  private static void assertWhole(List<Told> told, List<String> contacts) {
    assertThat(told.stream().map(Told::place).toList())
        .isEqualTo(LongStream.rangeClosed(1, told.size()).boxed().toList());
    assertThat(told.stream().map(one -> one.data().path("id").asText())).doesNotHaveDuplicates();
    assertThat(contactsOf(told)).containsExactlyElementsOf(contacts);
  }
}
