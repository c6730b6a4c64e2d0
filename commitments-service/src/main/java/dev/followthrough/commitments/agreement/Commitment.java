package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Party;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What was agreed to be done: the one shared action, with a part for everybody, or one person's
 * individual action, which has one part. Its rules live in the classes it hands its changes to;
 * each change yields the events that tell of it and adds to the history. It is changed through its
 * agreement only, which has brought the deadline's work up to date before.
 */
@Entity
non-sealed class Commitment extends OwnedEntity implements Changeable {

  // never a proxy: its fields are read by the rules and views of this package
  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "agreement_id")
  Agreement agreement;

  int position;

  @Enumerated(EnumType.STRING)
  CommitmentKind kind;

  Party promiser;
  Party receiver;

  @Enumerated(EnumType.STRING)
  CommitmentStatus status = CommitmentStatus.PROPOSED;

  Integer inForce;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Part> parts = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  List<Wording> wordings = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  List<Report> reports = List.of();

  /** The agreement that a commitment belongs to, without loading either. */
  static Optional<UUID> agreementOf(UUID commitmentId) {
    return find("select c.agreement.id from Commitment c where c.id = ?1", commitmentId)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** The individual ones that the contact promised or is to receive. */
  static List<Commitment> individualsWith(Party contact) {
    return list(
        "kind = ?1 and (promiser = ?2 or receiver = ?2) order by id",
        CommitmentKind.INDIVIDUAL,
        contact);
  }

  static Commitment shared(List<Party> everybody) {
    var shared = new Commitment();
    shared.kind = CommitmentKind.SHARED;
    shared.parts = everybody.stream().map(Part::proposed).toList();
    return shared;
  }

  static Commitment individual(Party promiser, Party receiver) {
    var individual = new Commitment();
    individual.kind = CommitmentKind.INDIVIDUAL;
    individual.promiser = promiser;
    individual.receiver = receiver;
    individual.parts = List.of(Part.proposed(promiser));
    return individual;
  }

  @Override
  public List<CommitmentsEvent> reword(Terms terms, Instant now) {
    return Rewording.reword(this, terms, now);
  }

  @Override
  public List<CommitmentsEvent> propose(Words words, Party proposedBy, Party side, Instant now) {
    return Rewording.propose(this, words, proposedBy, side, now);
  }

  @Override
  public List<CommitmentsEvent> accept(int number, Party by, Party side) {
    return Rewording.accept(this, number, by, side);
  }

  @Override
  public List<CommitmentsEvent> promise(Party by, Integer wording, Told told) {
    return Promising.promise(this, by, wording, told);
  }

  @Override
  public List<CommitmentsEvent> decline(Party by, Told told) {
    return Promising.decline(this, by, told);
  }

  @Override
  public List<CommitmentsEvent> deliver(Party by, Told told) {
    return Delivering.deliver(this, by, told);
  }

  @Override
  public List<CommitmentsEvent> apologise(Party by, Told told, String said, String offered) {
    return Delivering.apologise(this, by, told, said, offered);
  }

  @Override
  public List<CommitmentsEvent> attest(Party by, Party attester, Told told) {
    return OtherSide.attest(this, by, attester, told);
  }

  @Override
  public List<CommitmentsEvent> deny(Party by, Party denier, Told told) {
    return OtherSide.deny(this, by, denier, told);
  }

  @Override
  public Told told(
      Party reportedBy, Instant happenedAt, Instant now, String note, List<String> evidence) {
    return new Told(
        agreement.participating(reportedBy == null ? Party.OWNER : reportedBy),
        happenedAt == null ? now : happenedAt,
        now,
        note,
        evidence);
  }

  @Override
  public Terms terms() {
    return new Terms(words(), receiver);
  }

  OpenedCommitment opened() {
    return new OpenedCommitment(id, kind, promiser, receiver);
  }

  boolean isShared() {
    return kind == CommitmentKind.SHARED;
  }

  boolean isPromised() {
    return parts.stream().anyMatch(part -> part.state().isPromise());
  }

  Words words() {
    return wording().map(Wording::words).orElse(Words.NONE);
  }

  Optional<Wording> wording() {
    return wordings.stream().filter(w -> Integer.valueOf(w.number()).equals(inForce)).findFirst();
  }

  List<Part> parts(Predicate<CommitmentStatus> state) {
    return parts.stream().filter(part -> state.test(part.state())).toList();
  }

  List<Party> partiesIn(CommitmentStatus state) {
    return parts(state::equals).stream().map(Part::by).toList();
  }

  Optional<Part> part(Party by) {
    return parts.stream().filter(part -> part.by().equals(by)).findFirst();
  }

  /** The first line of that kind about that party. */
  Optional<Report> report(Report.Kind kind, Party by) {
    return reports.stream().filter(r -> r.kind() == kind && r.by().equals(by)).findFirst();
  }

  boolean has(Report.Kind kind, Party by) {
    return report(kind, by).isPresent();
  }

  void move(Party by, CommitmentStatus state) {
    parts = parts.stream().map(part -> part.by().equals(by) ? new Part(by, state) : part).toList();
    status = CommitmentStatus.of(parts);
  }

  void add(Report report) {
    var all = new ArrayList<>(reports);
    all.add(report);
    reports = List.copyOf(all);
  }
}
