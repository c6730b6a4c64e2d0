package dev.followthrough.contacts.bulk;

import dev.followthrough.contacts.contact.Adjustments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Changes many contacts in one transaction: all, or none. */
@ApplicationScoped
class BulkChanges {

  private final Adjustments adjustments;

  BulkChanges(Adjustments adjustments) {
    this.adjustments = adjustments;
  }

  @Transactional
  BulkChangeView make(BulkChange wanted) {
    var changed = adjustments.make(wanted.contactIds(), wanted.adjustment());
    var unchanged = wanted.contactIds().stream().filter(id -> !changed.contains(id)).toList();
    return new BulkChangeView(changed, unchanged);
  }
}
