package dev.followthrough.contacts;

import dev.followthrough.events.EventCatalogue;
import dev.followthrough.platform.outbox.EventLanguage;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ties the service to the published language. */
class ContactsService {

  @Produces
  @Singleton
  EventLanguage language() {
    return new EventLanguage(
        "contacts", EventCatalogue::typeOf, EventCatalogue::subjectOf, EventCatalogue::recordOf);
  }
}
