package dev.followthrough.commitments.daylist;

import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Begins the daily list of an owner who has a network, and follows their zone and hour. */
@ApplicationScoped
class DayListListener implements EventListener {

  private final DayLists lists;
  private final OwnerZones profile;

  DayListListener(DayLists lists, OwnerZones profile) {
    this.lists = lists;
    this.profile = profile;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(ContactAdded.class, _ -> lists.begin());
    s.on(ContactRestored.class, _ -> lists.begin());
    s.on(TouchRecorded.class, _ -> lists.begin());
    s.on(MeetingHeld.class, _ -> lists.begin());
    s.on(
        ProfileChanged.class,
        e -> {
          // whoever keeps the profile may hear of it after us
          var day = profile.day(e);
          lists.moved(new DayRule(day.zone(), day.hour()));
        });
  }
}
