package dev.followthrough.commitments;

import dev.followthrough.events.EventCatalogue;
import dev.followthrough.platform.outbox.EventLanguage;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ties the service to the published language. */
class CommitmentsService {

  @Produces
  @Singleton
  EventLanguage language() {
    return new EventLanguage(
        "commitments", EventCatalogue::typeOf, EventCatalogue::subjectOf, EventCatalogue::recordOf);
  }
}
