package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.NamedContact;
import dev.followthrough.contacts.contact.Namesakes;
import dev.followthrough.contacts.contact.UnknownContact;
import dev.followthrough.contacts.meeting.LoggedMeeting;
import dev.followthrough.contacts.meeting.Meetings;
import dev.followthrough.contacts.meeting.NewMeeting;
import dev.followthrough.contacts.meeting.NewMeeting.NewMeetingStatus;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.quicklog.QuickLogRule.Meant;
import dev.followthrough.contacts.quicklog.Reading.Day;
import dev.followthrough.contacts.touch.LoggedTouch;
import dev.followthrough.contacts.touch.NewTouch;
import dev.followthrough.contacts.touch.Touches;
import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Makes of a few words and a name the touch or meeting that they mean, or says what is ambiguous
 * and makes nothing. Whatever a touch or a meeting must keep to, it keeps to here.
 */
@ApplicationScoped
class QuickLogs {

  private static final int LONGEST_TOPIC = 200;

  /** What was made: one of the two. */
  sealed interface Made {}

  record MadeTouch(LoggedTouch touch) implements Made {}

  record MadeMeeting(LoggedMeeting meeting) implements Made {}

  private final Contacts contacts;
  private final Namesakes namesakes;
  private final Touches touches;
  private final Meetings meetings;
  private final Profiles profiles;
  private final BusinessTime time;

  QuickLogs(
      Contacts contacts,
      Namesakes namesakes,
      Touches touches,
      Meetings meetings,
      Profiles profiles,
      BusinessTime time) {
    this.contacts = contacts;
    this.namesakes = namesakes;
    this.touches = touches;
    this.meetings = meetings;
    this.profiles = profiles;
    this.time = time;
  }

  /**
   * @param withPrivateParts whether the client may write the words down as private notes
   */
  @Transactional
  Made log(NewQuickLog said, boolean withPrivateParts) {
    var contact = contact(said);
    var zone = profiles.myself().timeZone();
    var reading = Vocabulary.read(said.words(), contact.name());
    var meant = QuickLogRule.decide(said, reading, LocalDateTime.ofInstant(time.now(), zone));
    var note = withPrivateParts ? said.words() : null;
    if (meant.kind().isMeeting()) {
      var meeting = meeting(said, reading, contact, meant.kind(), note);
      return new MadeMeeting(meetings.log(meeting, withPrivateParts));
    }
    var touch = touch(said, reading, contact, meant, note);
    return new MadeTouch(touches.log(touch, withPrivateParts));
  }

  private NamedContact contact(NewQuickLog said) {
    if (said.contactId() != null) {
      var person = contacts.hold(said.contactId());
      UnknownContact.require(person.isPresent(), "/contactId");
      return new NamedContact(said.contactId(), person.get().name(), null);
    }
    var found = namesakes.find(said.with());
    return switch (found.meant().size()) {
      case 0 -> throw QuickLogProblems.nobody(found.alike());
      case 1 -> found.meant().getFirst();
      default -> throw QuickLogProblems.several(found.meant());
    };
  }

  private NewMeeting meeting(
      NewQuickLog said, Reading reading, NamedContact contact, LoggedKind kind, String notes) {
    if (said.direction() != null) {
      throw Problems.invalid("/direction", "only-touches", "belongs to a touch");
    }
    var now = time.now();
    var zone = profiles.myself().timeZone();
    var at =
        LoggedTime.ofMeeting(
            said.at(), said.endsAt(), day(reading), reading.part().orElse(null), zone, now);
    var meeting =
        new NewMeeting(
            kind.meeting,
            at.endsAt().isAfter(now) ? NewMeetingStatus.SCHEDULED : NewMeetingStatus.HELD,
            List.of(contact.id()),
            at.startsAt(),
            at.endsAt(),
            null,
            null,
            topics(reading.topic()),
            notes,
            null,
            null,
            null);
    var faults = new Faults();
    meeting.check(faults);
    faults.refuse();
    return meeting;
  }

  private NewTouch touch(
      NewQuickLog said, Reading reading, NamedContact contact, Meant meant, String note) {
    if (said.endsAt() != null) {
      throw Problems.invalid("/endsAt", "only-meetings", "belongs to a meeting");
    }
    var zone = profiles.myself().timeZone();
    return new NewTouch(
        contact.id(),
        meant.direction(),
        meant.kind().touch,
        LoggedTime.ofTouch(said.at(), day(reading), reading.part().orElse(null), zone, time.now()),
        note,
        null,
        null,
        reading.asksQuestion(),
        null,
        reading.saysThanks(),
        null,
        null,
        null);
  }

  private static Day day(Reading reading) {
    return reading.days().stream().findFirst().orElse(null);
  }

  private static List<String> topics(String topic) {
    if (topic.isEmpty()) {
      return List.of();
    }
    var end = Math.min(topic.length(), LONGEST_TOPIC);
    // never between the two halves of one character
    return List.of(
        topic.substring(0, Character.isHighSurrogate(topic.charAt(end - 1)) ? end - 1 : end));
  }
}
