package dev.followthrough.commitments.meeting;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A meeting that this service has heard of. */
@Entity
class KnownMeeting extends OwnedEntity {

  @Enumerated(EnumType.STRING)
  MeetingStatus status;
}
