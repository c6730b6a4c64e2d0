package dev.followthrough.notifications.deadline;

import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the events told of one commitment: who still owes it, who of them promised, and who missed
 * it. Parties are kept as the events write them.
 */
@Entity
class Owed extends OwnedEntity {

  UUID agreementId;
  int position;

  @Enumerated(EnumType.STRING)
  CommitmentKind kind;

  String text;
  String receiver;
  boolean closed;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> owing = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> promised = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> missed = List.of();

  /** Who delivered, also late, and is not denied it; null in rows of the version before. */
  @JdbcTypeCode(SqlTypes.JSON)
  List<String> delivered;

  /** With whom the owner has assessed it; null for nobody. */
  @JdbcTypeCode(SqlTypes.JSON)
  List<String> assessed;

  static Optional<Owed> ofId(UUID commitmentId) {
    return find("id", commitmentId).firstResultOptional();
  }

  static List<Owed> of(UUID agreementId) {
    return list("agreementId = ?1 order by position", agreementId);
  }

  void word(String words, Party to) {
    text = words;
    receiver = to == null ? receiver : to.toString();
  }

  void promise(Party by, String words, Party to) {
    word(words, to);
    if (!promised.contains(by.toString())) {
      promised = Stream.concat(promised.stream(), Stream.of(by.toString())).toList();
    }
  }

  /** That party owes it no more: it delivered, said no, or disputes it. */
  void release(Party by, boolean complete) {
    owing = without(owing, by);
    closed |= complete || owing.isEmpty();
  }

  void deliver(Party by, boolean complete) {
    release(by, complete);
    delivered = with(delivered, by);
  }

  void dispute(Party by) {
    release(by, false);
    delivered = without(orNone(delivered), by);
  }

  void assess(Party with) {
    assessed = with(assessed, with);
  }

  /** It ended without evidence: nothing of it is open, missed or to be assessed. */
  void drop() {
    close();
    missed = List.of();
    delivered = List.of();
    promised = List.of();
  }

  void miss(List<Party> missing, String words) {
    close();
    text = words == null ? text : words;
    missed = missing.stream().map(Party::toString).toList();
  }

  void correct(Party by) {
    missed = without(missed, by);
    delivered = with(delivered, by);
  }

  void close() {
    closed = true;
    owing = List.of();
  }

  /** Everything that names this contact goes. */
  void forget(Party contact) {
    owing = without(owing, contact);
    promised = without(promised, contact);
    missed = without(missed, contact);
    delivered = without(orNone(delivered), contact);
    assessed = without(orNone(assessed), contact);
    receiver = contact.toString().equals(receiver) ? null : receiver;
    closed |= owing.isEmpty();
  }

  boolean isOnlyOf(Party party) {
    var parties = List.of(party.toString());
    return kind == CommitmentKind.INDIVIDUAL
        && (owing.equals(parties) || promised.equals(parties) || missed.equals(parties));
  }

  boolean isOpen() {
    return !closed && !owing.isEmpty();
  }

  boolean isMissed() {
    return !missed.isEmpty();
  }

  /**
   * With whom the owner can assess it and has not: the contact whose individual work they received,
   * also late; of the shared one each contact whose promised part has ended, once their own has.
   */
  List<String> toAssess() {
    var owner = Party.OWNER.toString();
    var work =
        kind == CommitmentKind.SHARED
            ? (hasEnded(owner)
                ? promised.stream().filter(this::hasEnded).toList()
                : List.<String>of())
            : (owner.equals(receiver) ? orNone(delivered) : List.<String>of());
    return work.stream()
        .filter(party -> !party.equals(owner) && !orNone(assessed).contains(party))
        .toList();
  }

  private boolean hasEnded(String party) {
    return promised.contains(party)
        && (orNone(delivered).contains(party) || missed.contains(party));
  }

  OpenCommitment asToAssess(List<Participant> participants) {
    return named(toAssess(), true, participants);
  }

  OpenCommitment asOpen(List<Participant> participants) {
    return named(owing, owing.stream().anyMatch(promised::contains), participants);
  }

  OpenCommitment asMissed(List<Participant> participants) {
    return named(missed, true, participants);
  }

  private OpenCommitment named(
      List<String> by, boolean isPromised, List<Participant> participants) {
    var names =
        participants.stream()
            .filter(
                person ->
                    by.contains(person.contactId().toString())
                        || person.contactId().toString().equals(receiver))
            .toList();
    return new OpenCommitment(
        id,
        kind,
        text,
        isPromised,
        by.stream().map(Party::parse).toList(),
        receiver == null ? null : Party.parse(receiver),
        names);
  }

  private static List<String> orNone(List<String> parties) {
    return parties == null ? List.of() : parties;
  }

  private static List<String> with(List<String> parties, Party party) {
    return Stream.concat(without(orNone(parties), party).stream(), Stream.of(party.toString()))
        .toList();
  }

  private static List<String> without(List<String> parties, Party party) {
    return parties.stream().filter(one -> !one.equals(party.toString())).toList();
  }
}
