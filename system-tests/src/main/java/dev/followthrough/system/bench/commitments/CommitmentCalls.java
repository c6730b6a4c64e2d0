package dev.followthrough.system.bench.commitments;

import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.rig.Clients.Client;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The calls whose cost is measured, straight at commitments-service on one connection, each time
 * for the next owner and about something else. A promise takes what nobody promised before, and a
 * delivery what was promised here, so that these two end when all is done.
 */
final class CommitmentCalls implements AutoCloseable {

  /** What is asked. */
  enum Call {
    READ("read an agreement"),
    LIST("list commitments, 50"),
    NEXT_ACTIONS("next actions"),
    STANDING("standing of a contact"),
    PROMISE("promise"),
    DELIVER("deliver");

    final String words;

    Call(String words) {
      this.words = words;
    }
  }

  /** A thing of an owner that a call is about. */
  private record Thing(Client client, String id) {}

  private static final int READS = 400;

  private final HttpConnection connection;
  private final List<Client> clients;
  private final List<UUID> owners;
  private final Map<Call, List<Thing>> things = new EnumMap<>(Call.class);
  private final Map<Call, Integer> turns = new EnumMap<>(Call.class);
  private final Deque<Thing> proposed = new ArrayDeque<>();
  private final Deque<Thing> promised = new ArrayDeque<>();

  /**
   * @param owners who the clients are
   */
  CommitmentCalls(int port, List<Client> clients, List<UUID> owners) {
    this.connection = new HttpConnection("127.0.0.1", port);
    this.clients = clients;
    this.owners = owners;
  }

  /** Finds what there is to ask about in the tables as they are filled now. */
  void begin(Connection superuser) throws SQLException {
    things.put(Call.READ, find(superuser, "id from commitments.agreement where true", READS));
    things.put(Call.STANDING, find(superuser, "id from commitments.person where true", READS));
    var everybody = clients.stream().map(client -> new Thing(client, "")).toList();
    things.put(Call.LIST, everybody);
    things.put(Call.NEXT_ACTIONS, everybody);
    proposed.clear();
    promised.clear();
    proposed.addAll(
        find(
            superuser,
            "id from commitments.commitment where status = 'PROPOSED' and kind = 'INDIVIDUAL'",
            Integer.MAX_VALUE));
  }

  private List<Thing> find(Connection superuser, String rows, int most) throws SQLException {
    var found = new ArrayList<Thing>();
    try (var find =
        superuser.prepareStatement(
            "select owner_id, "
                + rows
                + " and owner_id = any (?) order by md5(id::text) limit ?")) {
      find.setArray(1, superuser.createArrayOf("uuid", owners.toArray()));
      find.setInt(2, most);
      var result = find.executeQuery();
      while (result.next()) {
        var owner = owners.indexOf(result.getObject(1, UUID.class));
        found.add(new Thing(clients.get(owner), result.getString(2)));
      }
    }
    return found;
  }

  /**
   * Makes the call and returns the nanoseconds it took; a negative number when nothing is left for
   * it.
   */
  long make(Call call) throws IOException {
    var thing =
        switch (call) {
          case PROMISE -> proposed.poll();
          case DELIVER -> promised.poll();
          case READ, LIST, NEXT_ACTIONS, STANDING -> {
            var all = things.get(call);
            yield all.get((turns.merge(call, 1, Integer::sum) - 1) % all.size());
          }
        };
    if (thing == null) {
      return -1;
    }
    var request = request(call, thing);
    var begin = System.nanoTime();
    var status = connection.exchange(request);
    var took = System.nanoTime() - begin;
    if (status / 100 != 2) {
      throw new IOException("%s was answered %d".formatted(call.words, status));
    }
    if (call == Call.PROMISE) {
      promised.add(thing);
    }
    return took;
  }

  private static byte[] request(Call call, Thing thing) {
    return switch (call) {
      case READ -> get(thing, "/v1/agreements/" + thing.id());
      case LIST -> get(thing, "/v1/commitments?limit=50");
      case NEXT_ACTIONS -> get(thing, "/v1/next-actions");
      case STANDING -> get(thing, "/v1/contacts/" + thing.id() + "/standing");
      case PROMISE -> post(thing, "promise", "{\"wording\": 1}");
      case DELIVER -> post(thing, "delivery", "{\"note\": \"Sent it by mail\"}");
    };
  }

  private static byte[] get(Thing thing, String path) {
    return HttpConnection.request("GET", path, thing.client().authorization(), "");
  }

  private static byte[] post(Thing thing, String what, String body) {
    return HttpConnection.request(
        "POST",
        "/v1/commitments/%s/%s".formatted(thing.id(), what),
        thing.client().authorization(),
        body);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
