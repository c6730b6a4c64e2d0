package dev.followthrough.notifications.diary;

import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.person.PersonMoved;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * This service's own copy of the owner's meetings, deadlines and days for keeping in touch, as the
 * events tell them and calendars show them.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Diary {

  /** How long what has ended is shown. */
  static final Duration BACK = Duration.ofDays(90);

  /** How long it is said of something that it is cancelled. */
  static final Duration CANCELLED_KEPT = Duration.ofDays(30);

  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int MOST = 1_000;

  private final Sql sql;
  private final BusinessTime time;

  Diary(Sql sql, BusinessTime time) {
    this.sql = sql;
    this.time = time;
  }

  /**
   * What a calendar is told of these kinds, in the order of time: what ended in the last 90 days
   * and what begins within 366, at most 1,000 entries, those ahead first, then the latest past; of
   * what is cancelled, what was so in the last 30 days.
   */
  public List<Appointment> shown(Set<DiaryKind> kinds) {
    var now = time.now();
    var today = now.truncatedTo(ChronoUnit.DAYS);
    var ahead = DiaryEntry.ahead(kinds, now, today.plus(AHEAD), MOST);
    var past =
        ahead.size() == MOST
            ? List.<DiaryEntry>of()
            : DiaryEntry.past(kinds, now, today.minus(BACK), MOST - ahead.size());
    var told = today.minus(CANCELLED_KEPT);
    return Stream.concat(ahead.stream(), past.stream())
        .filter(entry -> !entry.isCancelled() || !entry.changedAt.isBefore(told))
        .sorted(Comparator.comparing((DiaryEntry entry) -> entry.startsAt).thenComparing(e -> e.id))
        .map(Appointment::of)
        .toList();
  }

  /** The meeting is, or was, at that time with these people. */
  void meet(ToldMeeting meeting) {
    var known = DiaryEntry.find(DiaryKind.MEETING, meeting.id());
    var entry = known.orElseGet(() -> DiaryEntry.of(DiaryKind.MEETING, meeting.id(), time.now()));
    Runnable how =
        () -> {
          entry.meetingKind = meeting.kind();
          entry.between(meeting.from(), meeting.to());
          entry.people = companions(meeting.people(), entry.people);
          entry.at(meeting.place(), meeting.link());
          entry.from(meeting.calendarUid(), meeting.calendarOccurrence());
          entry.cancelled = false;
        };
    if (known.isPresent()) {
      entry.change(time.now(), how);
    } else {
      how.run();
      entry.persist();
    }
  }

  /** The same, of which the rest stays as it is: it may be over, or not take place. */
  void place(ToldMeeting meeting) {
    DiaryEntry.find(DiaryKind.MEETING, meeting.id())
        .ifPresent(
            entry ->
                entry.change(
                    time.now(),
                    () -> {
                      entry.at(meeting.place(), meeting.link());
                      if (meeting.calendarUid() != null) { // told by an older version it had none
                        entry.from(meeting.calendarUid(), meeting.calendarOccurrence());
                      }
                    }));
  }

  /** Who is known already as removed stays so. */
  private static List<Companion> companions(
      List<Participant> participants, List<Companion> before) {
    var gone = before.stream().filter(Companion::gone).map(Companion::contactId).toList();
    return participants.stream()
        .map(Companion::of)
        .map(one -> new Companion(one.contactId(), one.name(), gone.contains(one.contactId())))
        .toList();
  }

  void cancelMeeting(UUID meetingId, boolean cancelled) {
    DiaryEntry.find(DiaryKind.MEETING, meetingId)
        .ifPresent(entry -> entry.change(time.now(), () -> entry.cancelled = cancelled));
  }

  void rename(UUID contactId, String name) {
    everywhere(contactId, person -> new Companion(contactId, name, person.gone()));
  }

  void moved(@Observes PersonMoved person) {
    rename(person.id(), person.name());
  }

  void remove(UUID contactId) {
    everywhere(contactId, person -> new Companion(contactId, person.name(), true));
  }

  void restore(UUID contactId, String name) {
    everywhere(contactId, _ -> new Companion(contactId, name, false));
  }

  private void everywhere(UUID contactId, UnaryOperator<Companion> how) {
    for (var entry : naming(contactId)) {
      entry.change(
          time.now(),
          () ->
              entry.people =
                  entry.people.stream()
                      .map(person -> person.is(contactId) ? how.apply(person) : person)
                      .toList());
    }
  }

  /** Forgets a contact; an entry that names nobody else goes altogether. */
  public void forget(UUID contactId) {
    for (var entry : naming(contactId)) {
      entry.change(time.now(), () -> forget(entry, contactId));
      if (entry.people.isEmpty()) {
        entry.delete();
      }
    }
  }

  private static void forget(DiaryEntry entry, UUID contactId) {
    entry.people = entry.people.stream().filter(person -> !person.is(contactId)).toList();
    entry.tasks =
        entry.tasks.stream()
            .map(task -> task.without(Party.contact(contactId)))
            .filter(task -> !task.by().isEmpty())
            .toList();
  }

  public void forgetAll() {
    DiaryEntry.deleteAll();
  }

  private List<DiaryEntry> naming(UUID contactId) {
    DiaryEntry.flush(); // a plain statement sees what is written only
    return DiaryEntry.ofIds(
        sql.list(
            "select id from diary_entry where people @> jsonb_build_array("
                + "jsonb_build_object('contactId', ?::text))",
            row -> row.getObject(1, UUID.class),
            contactId.toString()));
  }
}
