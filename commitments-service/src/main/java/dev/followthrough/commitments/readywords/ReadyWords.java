package dev.followthrough.commitments.readywords;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.AgreementView.ParticipantView;
import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Refusals;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.commitments.idea.Ideas;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.person.UnknownContact;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.commitments.suggestion.Acquaintances;
import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.commitments.template.Placeholder;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers what is known and writes words ready to send: about a commitment, or about an idea. */
@ApplicationScoped
@Transactional
class ReadyWords {

  private final AgreementReads agreements;
  private final Ideas ideas;
  private final People people;
  private final Acquaintances acquaintances;
  private final OwnerZones zones;
  private final BusinessTime time;

  ReadyWords(
      AgreementReads agreements,
      Ideas ideas,
      People people,
      Acquaintances acquaintances,
      OwnerZones zones,
      BusinessTime time) {
    this.agreements = agreements;
    this.ideas = ideas;
    this.people = people;
    this.acquaintances = acquaintances;
    this.zones = zones;
    this.time = time;
  }

  /**
   * @param contactId null for the one it can only be, or for all of a group
   */
  ReadyWordsView ofCommitment(
      UUID commitmentId, Occasion occasion, UUID contactId, UUID introducedId) {
    var commitment = agreements.commitment(commitmentId);
    boolean shared = commitment.kind() == CommitmentKind.SHARED;
    if (occasion == Occasion.APOLOGY && !shared && !Party.OWNER.equals(commitment.promiser())) {
      throw ReadyWordsProblems.NOT_THE_OWNERS.because("A contact promised it.");
    }
    if (occasion == Occasion.APOLOGY && !isMissedByOwner(commitment)) {
      throw ReadyWordsProblems.NOTHING_MISSED.because("The owner has not missed it.");
    }
    var idea = Optional.ofNullable(commitment.actionIdea()).flatMap(ideas::named).orElse(null);
    var to = addressee(commitment, contactId);
    var facts = new EnumMap<Placeholder, String>(Placeholder.class);
    to.map(ParticipantView::name).ifPresent(name -> facts.put(Placeholder.NAME, name));
    facts.putAll(Deadline.fact(commitment.dueAt(), zones.current(), time.now()));
    offered(commitment).ifPresent(offered -> facts.put(Placeholder.OFFERED, offered));
    if (commitment.area() != null) {
      facts.put(Placeholder.TOPIC, commitment.area());
    }
    var toId = to.map(party -> party.party().contact()).orElse(null);
    var person = to.flatMap(party -> people.present(party.party().contact()));
    person.ifPresent(known -> facts.putAll(topic(known, commitment.text(), idea)));
    facts.putAll(introduction(occasion, person, introducedId));
    var matter = new Matter(shared ? null : commitment.promiser(), commitment.text(), idea);
    return new ReadyWordsView(occasion, toId, matter.words(occasion, facts));
  }

  /** Of an individual idea as something that the owner would do. */
  ReadyWordsView ofIdea(UUID ideaId, Occasion occasion, UUID contactId, UUID introducedId) {
    var idea = ideas.get(ideaId);
    var person = known("?contactId", contactId);
    var facts = new EnumMap<Placeholder, String>(Placeholder.class);
    facts.put(Placeholder.NAME, person.name());
    facts.putAll(topic(person, null, idea));
    facts.putAll(introduction(occasion, Optional.of(person), introducedId));
    var promiser = idea.kind() == CommitmentKind.SHARED ? null : Party.OWNER;
    var words = new Matter(promiser, null, idea).words(occasion, facts);
    return new ReadyWordsView(occasion, contactId, words);
  }

  private static boolean isMissedByOwner(CommitmentView commitment) {
    return commitment.parts().stream()
        .anyMatch(part -> part.by().isOwner() && part.status() == CommitmentStatus.MISSED);
  }

  private Optional<ParticipantView> addressee(CommitmentView commitment, UUID contactId) {
    var contacts =
        agreements.agreement(commitment.agreementId()).participants().stream()
            .filter(participant -> !participant.party().isOwner())
            .toList();
    var wanted = contactId == null ? only(commitment, contacts) : Optional.of(contactId);
    var found =
        wanted.flatMap(
            id -> contacts.stream().filter(c -> id.equals(c.party().contact())).findFirst());
    if (contactId != null && found.isEmpty()) {
      throw Refusals.NOT_A_PARTICIPANT.because("%s takes no part in it.".formatted(contactId));
    }
    return found;
  }

  private static Optional<UUID> only(CommitmentView commitment, List<ParticipantView> contacts) {
    var other =
        Party.OWNER.equals(commitment.promiser()) ? commitment.receiver() : commitment.promiser();
    return other == null
        ? contacts.size() == 1 ? contacts.getFirst().party().contactId() : Optional.empty()
        : other.contactId();
  }

  private static Optional<String> offered(CommitmentView commitment) {
    return commitment.reports().stream()
        .filter(report -> report.kind() == Report.Kind.APOLOGISED && report.by().isOwner())
        .map(Report::offered)
        .filter(offered -> offered != null)
        .reduce((_, latest) -> latest);
  }

  private Map<Placeholder, String> topic(KnownPerson person, String text, Idea idea) {
    var about = text == null && idea != null ? idea.words() : text;
    return acquaintances
        .with(person)
        .topic(about)
        .map(topic -> Map.of(Placeholder.TOPIC, topic))
        .orElse(Map.of());
  }

  private Map<Placeholder, String> introduction(
      Occasion occasion, Optional<KnownPerson> reader, UUID introducedId) {
    if (occasion != Occasion.INTRODUCTION) {
      if (introducedId != null) {
        throw Problems.invalid("?introducedId", "introduction-only", "is for an introduction only");
      }
      return Map.of();
    }
    if (introducedId == null) {
      throw Problems.invalid("?introducedId", "required", "is required for an introduction");
    }
    if (reader.filter(person -> person.id().equals(introducedId)).isPresent()) {
      throw Problems.invalid("?introducedId", "another", "must be another contact");
    }
    var other = known("?introducedId", introducedId);
    var facts = new EnumMap<Placeholder, String>(Placeholder.class);
    facts.put(Placeholder.OTHER, other.name());
    reader
        .map(acquaintances::with)
        .ifPresent(
            one -> {
              var two = acquaintances.with(other);
              one.met(two)
                  .ifPresent(
                      met -> {
                        facts.put(Placeholder.NEED, met.need());
                        facts.put(Placeholder.SKILL, met.skill());
                      });
              one.inCommonWith(two).ifPresent(topic -> facts.put(Placeholder.COMMON, topic));
            });
    return facts;
  }

  private KnownPerson known(String pointer, UUID contactId) {
    return people.present(contactId).orElseThrow(() -> UnknownContact.at(List.of(pointer)));
  }
}
