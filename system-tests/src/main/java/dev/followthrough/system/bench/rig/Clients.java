package dev.followthrough.system.bench.rig;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.client.Api;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Owners with a token and one contact each, and the requests that the load sends for them. */
public final class Clients {

  /** An owner as their client knows them. */
  public record Client(String token, String contactId) {

    public Api api(BenchStack stack) {
      return new Api(stack.running().baseUrl(), token);
    }

    public String authorization() {
      return "Authorization: Bearer " + token + "\r\n";
    }

    public byte[] readContact() {
      return HttpConnection.request("GET", "/v1/contacts/" + contactId, authorization(), "");
    }

    public byte[] recordMeeting() {
      return recordMeeting(Bodies.anHourAgo());
    }

    public byte[] recordMeeting(Instant end) {
      return HttpConnection.request(
          "POST", "/v1/meetings", authorization(), Bodies.heldMeeting(contactId, end));
    }

    public byte[] recordMeetingOnce() {
      return HttpConnection.request(
          "POST",
          "/v1/meetings",
          authorization() + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
          Bodies.heldMeeting(contactId, Bodies.anHourAgo()));
    }

    public byte[] addContact(String name) {
      return HttpConnection.request("POST", "/v1/contacts", authorization(), Bodies.contact(name));
    }
  }

  /** Makes the next request of a client. */
  public interface Requests {
    byte[] of(Client client);
  }

  private Clients() {}

  /** Owners of that prefix, each with a contact, made through the API. */
  public static List<Client> create(BenchStack stack, String prefix, int owners) {
    var clients = new ArrayList<Client>();
    for (var i = 0; i < owners; i++) {
      var token = stack.running().token(prefix + "-" + i);
      var api = new Api(stack.running().baseUrl(), token);
      var contact = api.post("/v1/contacts", Bodies.CONTACT).orThrow();
      clients.add(new Client(token, contact.path("id").asText()));
    }
    return clients;
  }

  /** The same, each with an endpoint at that receiver that is told of every contact. */
  public static List<Client> withEndpoints(
      BenchStack stack, String prefix, int owners, int receiver) {
    var clients = create(stack, prefix, owners);
    for (var client : clients) {
      addEndpoint(client.api(stack), "http://127.0.0.1:%d/hooks".formatted(receiver));
    }
    return clients;
  }

  /** Adds an endpoint of an owner that is told of every contact, and returns its id. */
  public static String addEndpoint(Api owner, String url) {
    return owner
        .post(
            "/v1/webhook-endpoints",
            """
            {"url": "%s", "eventTypes": ["contact.added"]}"""
                .formatted(url))
        .orThrow()
        .path("id")
        .asText();
  }

  /** Workers that send requests for a client at random, each on a connection of its own. */
  public static ClosedLoad.Workers workers(int port, List<Client> clients, Requests requests) {
    return _ -> new Sender(new HttpConnection("127.0.0.1", port), clients, requests);
  }

  private record Sender(HttpConnection connection, List<Client> clients, Requests requests)
      implements ClosedLoad.Worker {

    @Override
    public void once() throws IOException {
      var client = clients.get(ThreadLocalRandom.current().nextInt(clients.size()));
      var status = connection.exchange(requests.of(client));
      if (status / 100 != 2) {
        throw new IOException("answered " + status);
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
