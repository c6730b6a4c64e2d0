package dev.followthrough.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One owner's client at work: meets people, records meetings, fills and promises their 1:1:1. It
 * behaves as a good client does: a call that fails is repeated with its idempotency key until it is
 * answered, and what was answered 2xx is written down as accepted.
 */
final class Workload implements Runnable {

  /** A meeting that the API has accepted, and what was promised in its agreement. */
  record AcceptedMeeting(String id, String contactId, String agreementId, Instant dueAt) {}

  private static final Duration WEEK = Duration.ofHours(168);
  private static final Duration RETRY = Duration.ofMillis(150);
  private static final Duration DEADLINE = Duration.ofSeconds(25);

  private final Api api;
  private final List<String> contacts = new CopyOnWriteArrayList<>();
  private final List<AcceptedMeeting> meetings = new CopyOnWriteArrayList<>();
  private final List<String> promised = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final AtomicInteger failedTries = new AtomicInteger();
  private volatile Instant lastFailure = Instant.EPOCH;
  private volatile Instant lastWholeRound = Instant.EPOCH;
  private volatile boolean going = true;

  Workload(Api api) {
    this.api = api;
  }

  @Override
  public void run() {
    for (var round = 0; going; round++) {
      var began = Instant.now();
      var contact = accepted(post("/v1/contacts", "{\"name\": \"Person %d\"}".formatted(round)));
      if (contact == null) {
        continue;
      }
      contacts.add(contact.path("id").asText());
      meet(contact.path("id").asText());
      // the third service too must have caught up with what this client did
      if (persist(() -> api.get("/v1/reminders?limit=1")) != null) {
        lastWholeRound = began;
      }
    }
  }

  void stop() {
    going = false;
  }

  List<String> contacts() {
    return contacts;
  }

  List<AcceptedMeeting> meetings() {
    return meetings;
  }

  /** The commitments with an accepted promise. */
  List<String> promised() {
    return promised;
  }

  /** Answers that a client cannot explain: refused although nothing was wrong with the call. */
  List<String> refusals() {
    return refusals;
  }

  int failedTries() {
    return failedTries.get();
  }

  /** When a call last failed for the moment: the end of an outage as the client saw it. */
  Instant lastFailure() {
    return lastFailure;
  }

  /** When the last round began that every service has had its part in. */
  Instant lastWholeRound() {
    return lastWholeRound;
  }

  private void meet(String contactId) {
    var dueAt = Instant.ofEpochSecond(Instant.now().plus(DEADLINE).getEpochSecond());
    var end = dueAt.minus(WEEK);
    var meeting =
        accepted(
            post(
                "/v1/meetings",
                """
                {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
                 "startsAt": "%s", "endsAt": "%s"}
                """
                    .formatted(contactId, end.minus(Duration.ofMinutes(30)), end)));
    if (meeting == null) {
      return;
    }
    var meetingId = meeting.path("id").asText();
    var agreement = agreementOf(meetingId);
    meetings.add(
        new AcceptedMeeting(
            meetingId, contactId, agreement == null ? null : agreement.path("id").asText(), dueAt));
    if (agreement != null) {
      promise(agreement);
    }
  }

  private JsonNode agreementOf(String meetingId) {
    for (var look = 0; going && look < 200; look++) {
      var answer = persist(() -> api.get("/v1/agreements?meetingId=" + meetingId));
      if (answer != null && answer.json().path("items").size() > 0) {
        return answer.json().path("items").path(0);
      }
      LockSupport.parkNanos(RETRY.toNanos());
    }
    return null;
  }

  private void promise(JsonNode agreement) {
    for (var commitment : agreement.path("commitments")) {
      var id = commitment.path("id").asText();
      var path = "/v1/commitments/" + id;
      var worded =
          persist(
              () -> api.patch(path, "{\"text\": \"Send the link\", \"complexity\": \"simple\"}"));
      if (worded != null && worded.isSuccess() && accepted(post(path + "/promise", "")) != null) {
        promised.add(id);
      }
    }
  }

  private Answer post(String path, String json) {
    var key = UUID.randomUUID().toString();
    return persist(() -> api.post(path, json, key));
  }

  /**
   * Repeats the call until it is answered by more than "not now"; null when the work ends first.
   */
  private Answer persist(Supplier<Answer> call) {
    while (going) {
      try {
        var answer = call.get();
        if (answer.status() < 500 && !isInProgress(answer)) {
          return answer;
        }
      } catch (RuntimeException e) {
        // the connection broke: the same as "not now"
      }
      failedTries.incrementAndGet();
      lastFailure = Instant.now();
      LockSupport.parkNanos(RETRY.toNanos());
    }
    return null;
  }

  private static boolean isInProgress(Answer answer) {
    return answer.json().path("type").asText().endsWith("/idempotency-in-progress");
  }

  private JsonNode accepted(Answer answer) {
    if (answer == null) {
      return null;
    }
    if (!answer.isSuccess()) {
      // a deadline that went by during an outage closes an agreement: that refusal is right
      if (answer.status() != 409 && answer.status() != 422) {
        refusals.add(answer.status() + " " + answer.json());
      }
      return null;
    }
    return answer.json();
  }
}
