package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.brief.Briefs.Sight;
import dev.followthrough.contacts.brief.ContactBriefView.BriefGoal;
import dev.followthrough.contacts.brief.ContactBriefView.BriefLoop;
import dev.followthrough.contacts.brief.ContactBriefView.BriefMeeting;
import dev.followthrough.contacts.brief.ContactBriefView.BriefPerson;
import dev.followthrough.contacts.brief.ContactBriefView.BriefTouch;
import dev.followthrough.contacts.contact.PrivateParts;
import dev.followthrough.contacts.conversation.ConversationRule;
import dev.followthrough.contacts.detail.ContactParts.Caveat;
import dev.followthrough.contacts.detail.ContactParts.Note;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The pages as the client may see them: private parts, commitments and standing each by their
 * scope.
 */
@ApplicationScoped
class BriefPages {

  private static final int NOTES = 10;
  private static final String COMMITMENTS = "commitments:read";
  private static final String STANDING = "standing:read";

  private final Briefs briefs;
  private final PrivateParts privateParts;
  private final Credential credential;
  private final BusinessTime time;

  BriefPages(Briefs briefs, PrivateParts privateParts, Credential credential, BusinessTime time) {
    this.briefs = briefs;
    this.privateParts = privateParts;
    this.credential = credential;
    this.time = time;
  }

  ContactBriefView ofContact(UUID id) {
    var sight = sight();
    return page(briefs.ofContact(id, sight), sight);
  }

  MeetingBriefView ofMeeting(UUID id) {
    var sight = sight();
    var known = briefs.ofMeeting(id, sight);
    return MeetingBriefView.of(
        known.meeting(), known.contacts().stream().map(one -> page(one, sight)).toList());
  }

  private ContactBriefView page(Known known, Sight sight) {
    var person = known.portrait();
    var facts = known.facts(time.now());
    return new ContactBriefView(
        person.id(),
        person.name(),
        !known.hasMet(),
        BriefPerson.of(person),
        known.wantedFor().orElse(null),
        known.touches().stream().map(one -> BriefTouch.of(one, sight.privateParts())).toList(),
        known.meetings().stream().map(one -> BriefMeeting.of(one, sight.privateParts())).toList(),
        known.loops().stream().map(BriefLoop::of).toList(),
        sight.commitments() ? BriefOwed.of(known.owed()) : null,
        standing(known),
        known.goals().stream().map(BriefGoal::of).toList(),
        ConversationRule.toAsk(facts),
        ConversationRule.toLearn(facts),
        ConversationRule.toHelp(facts),
        latest(person.notes(), Note::date),
        latest(person.caveats(), Caveat::date));
  }

  private Sight sight() {
    var scopes = credential.scopes();
    return new Sight(
        privateParts.mayBeRead(), scopes.contains(COMMITMENTS), scopes.contains(STANDING));
  }

  private BriefStanding standing(Known known) {
    var zone = known.owner().timeZone();
    var today = time.now().atZone(zone).toLocalDate();
    return known.standing().map(told -> BriefStanding.of(told, zone, today)).orElse(null);
  }

  private static <T> List<T> latest(List<T> items, Function<T, LocalDate> date) {
    return items == null
        ? null
        : items.stream().sorted(Comparator.comparing(date).reversed()).limit(NOTES).toList();
  }
}
