package dev.followthrough.commitments.goal;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;

/** A goal of the owner that contacts-service has told of. */
@Entity
class KnownGoal extends OwnedEntity {}
