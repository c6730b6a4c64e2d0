package dev.followthrough.contacts.reason;

import dev.followthrough.contacts.circle.Turn;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.meeting.HeldMeetings;
import dev.followthrough.contacts.openloop.OpenLoops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a reason to write to contacts: three statements, however many they are. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Reasons {

  private final Contacts contacts;
  private final OpenLoops loops;
  private final HeldMeetings meetings;

  Reasons(Contacts contacts, OpenLoops loops, HeldMeetings meetings) {
    this.contacts = contacts;
    this.loops = loops;
    this.meetings = meetings;
  }

  /** What there is to say to these contacts; they are in the network. */
  public Found of(Collection<UUID> contactIds) {
    if (contactIds.isEmpty()) {
      return new Found(Map.of());
    }
    var open = loops.longestOpen(contactIds);
    var topics = meetings.lastTopics(contactIds);
    return new Found(
        contacts.talkingPoints(contactIds).stream()
            .map(
                points ->
                    new KnownTopics(
                        points, open.get(points.contactId()), topics.get(points.contactId())))
            .collect(Collectors.toMap(known -> known.points().contactId(), Function.identity())));
  }

  /** What was found of some contacts. */
  public static final class Found {

    private final Map<UUID, KnownTopics> known;

    private Found(Map<UUID, KnownTopics> known) {
      this.known = known;
    }

    public Reason choose(Turn turn, LocalDate on, ZoneId zone) {
      return ReasonRule.choose(known.get(turn.contactId()), on, zone, turn.daysSilent(on, zone));
    }
  }
}
