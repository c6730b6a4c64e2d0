package dev.followthrough.commitments.reading;

import dev.followthrough.commitments.goal.Goals;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.commitments.person.People;
import dev.followthrough.platform.position.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a look-up wait, holding no transaction, for what the owner may just have made elsewhere: a
 * meeting until it is known to be held, cancelled or voided, a contact or goal until it is known at
 * all.
 */
@ApplicationScoped
public class Arrivals {

  private final Positions positions;
  private final Meetings meetings;
  private final People people;
  private final Goals goals;

  Arrivals(Positions positions, Meetings meetings, People people, Goals goals) {
    this.positions = positions;
    this.meetings = meetings;
    this.people = people;
    this.goals = goals;
  }

  public void ofMeeting(UUID meetingId) {
    if (meetingId != null) {
      var _ = positions.awaitId(() -> meetings.decided(meetingId));
    }
  }

  public void ofContact(UUID contactId) {
    if (contactId != null) {
      var _ = positions.awaitId(() -> people.heardOf(contactId));
    }
  }

  /** Waits for all of them together, no longer than for one. */
  public void ofContacts(Collection<UUID> contactIds) {
    var all = Set.copyOf(contactIds);
    var _ =
        positions.awaitId(
            () ->
                people.names(all).keySet().containsAll(all) ? Optional.of(all) : Optional.empty());
  }

  public void ofGoal(UUID goalId) {
    if (goalId != null) {
      var _ = positions.awaitId(() -> goals.heardOf(goalId));
    }
  }
}
