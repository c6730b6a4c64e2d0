package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.PrivateParts;
import dev.followthrough.platform.http.Etag;
import jakarta.enterprise.context.ApplicationScoped;

/** A meeting as the client that asks may read it. */
@ApplicationScoped
class MeetingViews {

  private final PrivateParts privateParts;

  MeetingViews(PrivateParts privateParts) {
    this.privateParts = privateParts;
  }

  MeetingView of(RecordedMeeting recorded) {
    return MeetingView.of(recorded, privateParts.mayBeRead());
  }

  /**
   * That it is unconfirmed comes with time alone, without another version; and what is read without
   * the notes is another representation of the same version.
   */
  Etag etag(RecordedMeeting recorded) {
    var version = recorded.meeting().version;
    if (privateParts.mayBeRead()) {
      return recorded.isUnconfirmed() ? Etag.of(version, "unconfirmed") : Etag.of(version);
    }
    return Etag.of(version, recorded.isUnconfirmed() ? "sharedUnconfirmed" : "shared");
  }
}
