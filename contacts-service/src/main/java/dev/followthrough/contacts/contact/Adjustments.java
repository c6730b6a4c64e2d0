package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.detail.Adjustment;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes many contacts alike: all of them, or none. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Adjustments {

  private static final int MOST_TAGS = 50;

  private final ContactChanges changes;

  Adjustments(ContactChanges changes) {
    this.changes = changes;
  }

  /**
   * The ids of those who are changed by it.
   *
   * @throws ProblemException with a fault for each id that rules the change out
   */
  public List<UUID> make(List<UUID> contactIds, Adjustment adjustment) {
    var contacts =
        Contact.lockAll(contactIds).stream()
            .filter(contact -> contact.removedAt == null)
            .collect(Collectors.toMap(contact -> contact.id, Function.identity()));
    var unknown = new ArrayList<FieldError>();
    var full = new ArrayList<FieldError>();
    for (var i = 0; i < contactIds.size(); i++) {
      var contact = contacts.get(contactIds.get(i));
      if (contact == null) {
        unknown.add(UnknownContact.at("/contactIds/" + i));
      } else if (isTooMuch(adjusted(contact, adjustment))) {
        full.add(
            new FieldError(
                "/contactIds/" + i,
                "most-tags",
                "would have more than %d tags".formatted(MOST_TAGS)));
      }
    }
    refuse(unknown, full);
    return contactIds.stream()
        .map(contacts::get)
        .filter(contact -> changes.apply(contact, adjusted(contact, adjustment)))
        .map(contact -> contact.id)
        .toList();
  }

  private static void refuse(List<FieldError> unknown, List<FieldError> full) {
    if (unknown.isEmpty() && full.isEmpty()) {
      return;
    }
    if (unknown.isEmpty()) {
      throw Problems.invalid(full);
    }
    var all = new ArrayList<>(unknown);
    all.addAll(full);
    throw new ProblemException(
        UnknownContact.TYPE,
        "%d of the contacts are not in the network; none was changed.".formatted(unknown.size()),
        all);
  }

  private static boolean isTooMuch(ContactFields fields) {
    return fields.tags() != null && fields.tags().size() > MOST_TAGS;
  }

  private static ContactFields adjusted(Contact contact, Adjustment adjustment) {
    var before = contact.fields();
    return before.with(
        adjustment.tags(before.tags()),
        adjustment.circle() == null ? before.circle() : adjustment.circle(),
        adjustment.cadence(before.cadenceDays()));
  }
}
