package dev.followthrough.notifications;

import dev.followthrough.events.EventCatalogue;
import dev.followthrough.platform.outbox.EventLanguage;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ties the service to the published language. */
class NotificationsService {

  @Produces
  @Singleton
  EventLanguage language() {
    return new EventLanguage(
        "notifications",
        EventCatalogue::typeOf,
        EventCatalogue::subjectOf,
        EventCatalogue::recordOf);
  }
}
