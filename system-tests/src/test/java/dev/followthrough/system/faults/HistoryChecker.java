package dev.followthrough.system.faults;

import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.Receiver.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a history is right: what was accepted against what the API shows and what the
 * receiver got. Everything accepted is there once, each of its events arrived under one id, each
 * reminder is one event, and an owner's events are numbered without a gap.
 */
final class HistoryChecker {

  private final Api api;
  private final Workload workload;
  private final List<Received> received;
  private final List<String> faults = new ArrayList<>();

  HistoryChecker(Api api, Workload workload, List<Received> received) {
    this.api = api;
    this.workload = workload;
    this.received = List.copyOf(received);
  }

  /** What is wrong, in words; empty when nothing is. */
  List<String> faults() {
    faults.clear();
    nothingIsLostOrDoubled("/v1/contacts", new HashSet<>(workload.contacts()));
    nothingIsLostOrDoubled("/v1/meetings", meetingIds());
    eachEventArrivedUnderOneId();
    remindersAreSingleEvents();
    sequenceHasNoGap();
    eachPublishersOrderIsKept();
    workload.refusals().forEach(refusal -> faults.add("a good call was refused: " + refusal));
    received.stream()
        .filter(one -> !one.verified())
        .forEach(one -> faults.add("signature not valid: " + one.id()));
    return faults;
  }

  private Set<String> meetingIds() {
    var ids = new HashSet<String>();
    workload.meetings().forEach(meeting -> ids.add(meeting.id()));
    return ids;
  }

  /** What the list shows beside the accepted ones can only be a last call without an answer. */
  private void nothingIsLostOrDoubled(String path, Set<String> accepted) {
    var listed = new HashSet<String>();
    var cursor = "";
    do {
      var page = api.get(path + "?limit=200" + cursor).orThrow();
      for (var item : page.path("items")) {
        if (!listed.add(item.path("id").asText())) {
          faults.add(path + " lists twice: " + item.path("id"));
        }
      }
      var next = page.path("nextCursor").asText("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    for (var id : accepted) {
      if (!listed.contains(id)) {
        faults.add(path + "/" + id + " was accepted and is lost");
      }
    }
    if (listed.size() > accepted.size() + 1) {
      faults.add("%s lists %d, accepted were %d".formatted(path, listed.size(), accepted.size()));
    }
  }

  private void eachEventArrivedUnderOneId() {
    for (var contact : workload.contacts()) {
      exactlyOne("contact.added", "contactId", contact);
    }
    for (var meeting : workload.meetings()) {
      exactlyOne("meeting.held", "meetingId", meeting.id());
      exactlyOne("agreement.opened", "meetingId", meeting.id());
    }
    for (var commitment : workload.promised()) {
      if (ids("commitment.promised", "commitmentId", commitment).isEmpty()) {
        faults.add("the promise of " + commitment + " was accepted, its event did not arrive");
      }
    }
  }

  private void remindersAreSingleEvents() {
    for (var meeting : workload.meetings()) {
      for (var type : List.of("commitment.deadline.approaching", "commitment.deadline.passed")) {
        var ids = ids(type, "meetingId", meeting.id());
        if (ids.size() > 1) {
          faults.add("%s of meeting %s came %d times".formatted(type, meeting.id(), ids.size()));
        }
      }
      var missed = ids("commitment.missed", "meetingId", meeting.id());
      if (!missed.isEmpty()) {
        exactlyOne("commitment.deadline.passed", "meetingId", meeting.id());
      }
      exactlyOne("agreement.closed", "meetingId", meeting.id());
    }
  }

  /** Repeats share an id; two ids for one thing are a doubled event. */
  private void exactlyOne(String type, String field, String value) {
    var ids = ids(type, field, value);
    if (ids.size() != 1) {
      faults.add("%s of %s %s: %d events".formatted(type, field, value, ids.size()));
    }
  }

  private Set<String> ids(String type, String field, String value) {
    return byTypeAndField(type, field).getOrDefault(value, Set.of());
  }

  private final Map<String, Map<String, Set<String>>> index = new HashMap<>();

  private Map<String, Set<String>> byTypeAndField(String type, String field) {
    return index.computeIfAbsent(
        type + "/" + field,
        key -> {
          var ids = new HashMap<String, Set<String>>();
          received.stream()
              .filter(one -> one.type().equals(type))
              .forEach(
                  one ->
                      ids.computeIfAbsent(
                              one.body().path("data").path(field).asText(), k -> new HashSet<>())
                          .add(one.id()));
          return ids;
        });
  }

  /** Between publishers no order is promised; what one of them says of one thing stays in order. */
  private void eachPublishersOrderIsKept() {
    for (var meeting : workload.meetings()) {
      inOrder(
          number("contact.added", "contactId", meeting.contactId()),
          number("meeting.held", "meetingId", meeting.id()));
      inOrder(
          number("agreement.opened", "meetingId", meeting.id()),
          number("agreement.closed", "meetingId", meeting.id()));
    }
  }

  private void inOrder(long earlier, long later) {
    if (earlier >= later) {
      faults.add("sequence %d should stand before %d".formatted(earlier, later));
    }
  }

  private long number(String type, String field, String value) {
    return received.stream()
        .filter(one -> one.type().equals(type))
        .filter(one -> one.body().path("data").path(field).asText().equals(value))
        .mapToLong(one -> one.body().path("data").path("sequence").asLong())
        .findFirst()
        .orElse(-1);
  }

  private void sequenceHasNoGap() {
    var numbers = new TreeSet<Long>();
    var idOf = new HashMap<Long, String>();
    for (var one : received) {
      var number = one.body().path("data").path("sequence").asLong();
      numbers.add(number);
      var before = idOf.put(number, one.id());
      if (before != null && !before.equals(one.id())) {
        faults.add("two events have sequence " + number);
      }
    }
    if (!numbers.isEmpty() && numbers.last() - numbers.first() + 1 != numbers.size()) {
      faults.add(
          "sequence %d to %d holds only %d events"
              .formatted(numbers.first(), numbers.last(), numbers.size()));
    }
  }
}
