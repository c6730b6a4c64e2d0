package dev.followthrough.commitments.agreement;

import static dev.followthrough.commitments.agreement.AgreementFilter.add;

import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which commitments of the owner are asked for; what is null does not matter. Those of a contact
 * are the ones it promises, receives or has a part in.
 */
public record CommitmentFilter(
    UUID agreementId, UUID contactId, CommitmentStatus status, CommitmentKind kind) {

  /** The shared ones, and what the owner alone promised. */
  static List<Commitment> ofOwner() {
    return Commitment.list(
        "select c from Commitment c join fetch c.agreement a where c.kind = ?1 or c.promiser = ?2",
        CommitmentKind.SHARED,
        Party.OWNER);
  }

  /** All that lies between the owner and a contact, by the agreements that they share. */
  static List<Commitment> with(UUID contactId) {
    var contact = Party.contact(contactId);
    return Commitment.<Commitment>list(
            "select c from Commitment c join fetch c.agreement a"
                + " where a.id in ?1 order by c.id desc",
            AgreementRows.with(contactId))
        .stream()
        .filter(c -> c.isShared() || contact.equals(c.promiser) || contact.equals(c.receiver))
        .toList();
  }

  /** Those that fit, newest first, after one that was seen. */
  List<Commitment> after(Optional<UUID> last, int limit) {
    var where = new StringBuilder("1 = 1");
    var parameters = new Parameters();
    last.ifPresent(id -> add(where, parameters, " and c.id < :last", "last", id));
    if (agreementId != null) {
      add(where, parameters, " and c.agreement.id = :agreement", "agreement", agreementId);
    }
    if (contactId != null) {
      var theirs =
          " and (c.promiser = :party or c.receiver = :party"
              + " or c.kind = :shared and array_contains(a.contactIds, :contact))";
      add(where, parameters, theirs, "party", Party.contact(contactId));
      parameters.and("contact", contactId).and("shared", CommitmentKind.SHARED);
    }
    if (status != null) {
      add(where, parameters, " and c.status = :status", "status", status);
    }
    if (kind != null) {
      add(where, parameters, " and c.kind = :kind", "kind", kind);
    }
    return Commitment.<Commitment>find(
            "select c from Commitment c join fetch c.agreement a where "
                + where
                + " order by c.id desc",
            parameters)
        .page(Page.ofSize(limit))
        .list();
  }
}
