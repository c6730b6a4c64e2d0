package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.CommitmentView.PartView;
import dev.followthrough.commitments.idea.Ideas;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.suggestion.Suggestion.Place;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Suggests ideas for a commitment, of its kind, from what is known of those who are in it: for the
 * owner's own from what the receiver needs, for a contact's from what the owner needs, for the
 * shared one from both.
 */
@ApplicationScoped
@Transactional
class Suggestions {

  private final AgreementReads agreements;
  private final Ideas ideas;
  private final People people;
  private final Acquaintances acquaintances;

  Suggestions(AgreementReads agreements, Ideas ideas, People people, Acquaintances acquaintances) {
    this.agreements = agreements;
    this.ideas = ideas;
    this.people = people;
    this.acquaintances = acquaintances;
  }

  /** The best first, after the one seen last. */
  List<Suggestion> of(UUID commitmentId, Optional<Place> last, int limit) {
    var commitment = agreements.commitment(commitmentId);
    var grounds =
        people.present(others(commitment)).stream()
            .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
            .map(acquaintances::with)
            .flatMap(between -> grounds(commitment, between))
            .toList();
    var ofItsKind = ideas.all().stream().filter(idea -> idea.kind() == commitment.kind()).toList();
    return Ranking.rank(ofItsKind, grounds).stream()
        .filter(one -> last.isEmpty() || one.place().compareTo(last.get()) > 0)
        .limit(limit)
        .toList();
  }

  private static Stream<Ground> grounds(CommitmentView commitment, Between between) {
    if (commitment.kind() == CommitmentKind.SHARED) {
      return between.together().stream();
    }
    boolean owners = commitment.promiser() != null && commitment.promiser().isOwner();
    return (owners ? between.forThem() : between.forTheOwner()).stream();
  }

  /** The contacts in it; for the owner's own in a group, all, until it names one. */
  private Set<UUID> others(CommitmentView commitment) {
    var parties =
        commitment.kind() == CommitmentKind.SHARED
            ? commitment.parts().stream().map(PartView::by)
            : Stream.of(commitment.promiser(), commitment.receiver());
    var contacts = new LinkedHashSet<UUID>();
    parties
        .filter(party -> party != null && !party.isOwner())
        .forEach(party -> contacts.add(party.contact()));
    if (contacts.isEmpty()) {
      agreements.agreement(commitment.agreementId()).participants().stream()
          .map(participant -> participant.party())
          .filter(party -> !Party.OWNER.equals(party))
          .forEach(party -> contacts.add(party.contact()));
    }
    return contacts;
  }
}
