package dev.followthrough.commitments.outcome;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The promises between the owner and a contact that were kept or missed, both ways. Of a shared
 * commitment these are the parts of the two, each evidence by itself; what another contact promised
 * lies elsewhere.
 */
public final class Outcomes {

  private static final Comparator<Ended> LATEST_FIRST =
      Comparator.comparing(Ended::closedAt)
          .reversed()
          .thenComparing(Ended::commitmentId)
          .thenComparing(ended -> ended.by().isOwner());

  private Outcomes() {}

  /**
   * As they were known at an instant, the latest first.
   *
   * @param between the commitments between the two
   */
  public static List<Ended> of(Collection<CommitmentView> between, UUID contactId, Instant asOf) {
    var contact = Party.contact(contactId);
    return between.stream()
        .flatMap(
            commitment ->
                promisers(commitment, contact)
                    .flatMap(by -> PartHistory.of(commitment, by, asOf).stream()))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /** What the owner promised, to whomever, and came to an end. */
  public static List<Ended> ofOwner(Collection<CommitmentView> commitments, Instant asOf) {
    return commitments.stream()
        .flatMap(commitment -> PartHistory.of(commitment, Party.OWNER, asOf).stream())
        .sorted(LATEST_FIRST)
        .toList();
  }

  private static Stream<Party> promisers(CommitmentView commitment, Party contact) {
    return commitment.kind() == CommitmentKind.SHARED
        ? Stream.of(contact, Party.OWNER)
        : Stream.of(commitment.promiser());
  }
}
