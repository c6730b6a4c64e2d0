package dev.followthrough.notifications.erasure;

import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.notifications.clock.OwnerClocks;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.delivery.Deliveries;
import dev.followthrough.notifications.diary.Diary;
import dev.followthrough.notifications.digest.Digests;
import dev.followthrough.notifications.email.Mailboxes;
import dev.followthrough.notifications.endpoint.WebhookEndpoints;
import dev.followthrough.notifications.feed.CalendarFeeds;
import dev.followthrough.notifications.mail.MailRecipient;
import dev.followthrough.notifications.merge.Merges;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.person.People;
import dev.followthrough.notifications.policy.ReminderPolicies;
import dev.followthrough.notifications.reminder.Reminders;
import dev.followthrough.platform.erasure.Residue;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Erases one contact or the whole owner in this service, and says so with a receipt. Of a contact
 * goes every message that names them or an agreement with nobody else, on its way or sent, and
 * their place in reminders and digests. A tombstone keeps late events from bringing anything back.
 */
@ApplicationScoped
class Erasures implements EventListener {

  private final WebhookEndpoints endpoints;
  private final EventLog log;
  private final Deliveries deliveries;
  private final Deadlines deadlines;
  private final Reminders reminders;
  private final Digests digests;
  private final MailRecipient mails;
  private final Mailboxes mailboxes;
  private final Diary diary;
  private final CalendarFeeds feeds;
  private final People people;
  private final Merges merges;
  private final OwnerClocks clocks;
  private final ReminderPolicies policies;
  private final Residue residue;
  private final Tombstones tombstones;
  private final Outbox outbox;
  private final BusinessTime time;

  Erasures(
      WebhookEndpoints endpoints,
      EventLog log,
      Deliveries deliveries,
      Deadlines deadlines,
      Reminders reminders,
      Digests digests,
      MailRecipient mails,
      Mailboxes mailboxes,
      Diary diary,
      CalendarFeeds feeds,
      People people,
      Merges merges,
      OwnerClocks clocks,
      ReminderPolicies policies,
      Residue residue,
      Tombstones tombstones,
      Outbox outbox,
      BusinessTime time) {
    this.endpoints = endpoints;
    this.log = log;
    this.deliveries = deliveries;
    this.deadlines = deadlines;
    this.reminders = reminders;
    this.digests = digests;
    this.mails = mails;
    this.mailboxes = mailboxes;
    this.diary = diary;
    this.feeds = feeds;
    this.people = people;
    this.merges = merges;
    this.clocks = clocks;
    this.policies = policies;
    this.residue = residue;
    this.tombstones = tombstones;
    this.outbox = outbox;
    this.time = time;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions on) {
    on.onErasure(ContactErased.class, this::contactErased);
    on.onErasure(OwnerErased.class, this::ownerErased);
  }

  private void contactErased(ContactErased event, EventRecord record) {
    merges.partWholly(event.contactId());
    // whoever was merged into them is forgotten with them
    var contacts = new ArrayList<>(merges.within(event.contactId()));
    contacts.add(event.contactId());
    var gone = new LinkedHashSet<UUID>();
    contacts.forEach(contact -> forget(contact, record.time(), gone));
    forgetMentions(gone);
    mails.forgetErased();
    complete(event.erasureId());
  }

  private void forget(UUID contactId, Instant at, Set<UUID> gone) {
    tombstones.lay("contact/" + contactId, at);
    gone.add(contactId);
    for (var deadline : deadlines.forget(contactId)) {
      reminders.forgetAgreement(deadline.agreementId());
      gone.add(deadline.agreementId());
      gone.add(deadline.meetingId());
    }
    reminders.forgetContact(contactId);
    digests.forget(contactId);
    diary.forget(contactId);
    people.forget(contactId);
    merges.erase(contactId);
  }

  /** All at once: everything that is kept of the owner is looked through for them. */
  private void forgetMentions(Set<UUID> ids) {
    residue.eraseMentionsOf(ids);
    var messages = log.mentions(ids);
    deliveries.forget(messages);
    log.forget(messages);
  }

  private void ownerErased(OwnerErased event, EventRecord record) {
    tombstones.layForOwner(record.time());
    residue.eraseOwner();
    reminders.forgetAll();
    digests.forgetAll();
    mails.forgetAll();
    mailboxes.forgetAll();
    deadlines.forgetAll();
    diary.forgetAll();
    feeds.forgetAll();
    people.forgetAll();
    merges.eraseAll();
    clocks.forgetAll();
    policies.forgetAll();
    deliveries.forgetAll();
    log.forgetAll();
    endpoints.forgetAll();
    complete(event.erasureId());
  }

  private void complete(UUID erasureId) {
    outbox.append(new ErasureCompleted(erasureId, outbox.source(), time.now()));
  }
}
