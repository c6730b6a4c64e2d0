package dev.followthrough.system.bench.rig;

import dev.followthrough.system.bench.load.HttpConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The JSON that is sent. */
public final class Bodies {

  public static final String CONTACT =
      """
      {"name": "Ada Lovelace", "emails": ["ada@example.org"], \
      "origin": {"kind": "event", "place": "SYPE mixer", "talkedAbout": "bicycles"}}""";

  private Bodies() {}

  public static String contact(String name) {
    return CONTACT.replace("Ada Lovelace", name);
  }

  /** A webhook about a contact of that name, as an endpoint gets it, made by nobody. */
  public static byte[] bareWebhook(String name) {
    return HttpConnection.request(
        "POST",
        "/hooks",
        "webhook-id: 0197a000-0000-7000-8000-000000000000\r\nwebhook-timestamp: 1700000000\r\n"
            + "webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=\r\n",
        """
        {"type": "contact.added", "timestamp": "%s", "data": {"name": "%s"}}"""
            .formatted(Instant.now(), name));
  }

  /** A one-on-one of an hour with the contact that ended then. */
  public static String heldMeeting(String contactId, Instant end) {
    return """
        {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"], \
        "startsAt": "%s", "endsAt": "%s"}"""
        .formatted(contactId, end.minus(1, ChronoUnit.HOURS), end);
  }

  /** An end that has just passed, so that the meeting opens its agreement. */
  public static Instant anHourAgo() {
    return Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }
}
