package dev.followthrough.contacts.proposal;

import dev.followthrough.contacts.circle.CircleMoveView;
import dev.followthrough.contacts.circle.CircleMoves;
import dev.followthrough.contacts.circle.CircleRule;
import dev.followthrough.contacts.circle.KnownContact;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.ProposedContacts;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which contacts should move to another circle, and which moves there were. */
@ApplicationScoped
class CircleProposals {

  /** A contact with the move that is proposed for it, by every reason: at least one. */
  record Proposed(KnownContact contact, List<CircleRule.Proposal> reasons) {}

  private final Contacts contacts;
  private final ProposedContacts proposed;
  private final CircleMoves moves;
  private final BusinessTime time;

  CircleProposals(
      Contacts contacts, ProposedContacts proposed, CircleMoves moves, BusinessTime time) {
    this.contacts = contacts;
    this.proposed = proposed;
    this.moves = moves;
    this.time = time;
  }

  /**
   * The longest proposed first, after the one given if any.
   *
   * @param withStanding whether the client may know of standings; else they propose nothing
   */
  @Transactional
  List<Proposed> list(Instant afterAt, UUID afterId, int limit, boolean withStanding) {
    var now = time.now();
    var found =
        withStanding
            ? proposed.find(now, afterAt, afterId, limit)
            : proposed.findSilent(now, afterAt, afterId, limit);
    return found.stream()
        .map(contact -> new Proposed(contact, CircleRule.reasons(contact, now)))
        .toList();
  }

  /** A contact's moves, the latest first. */
  @Transactional
  List<CircleMoveView> moves(UUID contactId, Optional<UUID> after, int limit) {
    if (contacts.people(List.of(contactId)).isEmpty()) {
      throw contacts.missing(contactId);
    }
    return moves.of(contactId, after, limit);
  }

  /** Where the contact lies in the list. */
  static List<String> key(Proposed one) {
    var at = CircleRule.proposedAt(one.contact());
    return List.of(at.orElseThrow().toString(), one.contact().id().toString());
  }
}
