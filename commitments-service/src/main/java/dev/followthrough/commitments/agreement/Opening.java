package dev.followthrough.commitments.agreement;

import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.OneWeek;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agreement begins with: one shared commitment with a part for everybody, and one
 * individual commitment for each person; a contact's is due to the owner, the owner's to a contact.
 */
final class Opening {

  private Opening() {}

  /** Opens the agreement of a held meeting with these contacts, of whom there is at least one. */
  static Agreement open(MeetingHeld meeting, List<Participant> with, Instant now) {
    var agreement = new Agreement();
    agreement.meetingId = meeting.meetingId();
    agreement.meetingStart = meeting.startsAt();
    agreement.meetingEnd = meeting.endsAt();
    agreement.dueAt = OneWeek.dueAt(meeting.endsAt());
    agreement.openedAt = now;
    agreement.counterparts = with.stream().map(Counterpart::of).toList();
    agreement.contactIds = with.stream().map(Participant::contactId).toList();
    var contacts = agreement.contactIds.stream().map(Party::contact).toList();
    var everybody = new ArrayList<Party>(List.of(Party.OWNER));
    everybody.addAll(contacts);
    agreement.add(Commitment.shared(everybody));
    // in a group the owner has yet to name who gets something from them
    var receiver = contacts.size() == 1 ? contacts.getFirst() : null;
    agreement.add(Commitment.individual(Party.OWNER, receiver));
    contacts.forEach(c -> agreement.add(Commitment.individual(c, Party.OWNER)));
    return agreement;
  }
}
