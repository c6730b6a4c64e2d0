package dev.followthrough.commitments.agreement;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which agreements of the owner are asked for; what is null does not matter. */
public record AgreementFilter(UUID meetingId, UUID contactId, AgreementStatus status) {

  /** Those that fit, newest first, after one that was seen. */
  List<Agreement> after(Optional<UUID> last, int limit) {
    var where = new StringBuilder("1 = 1");
    var parameters = new Parameters();
    last.ifPresent(id -> add(where, parameters, " and id < :last", "last", id));
    if (meetingId != null) {
      add(where, parameters, " and meetingId = :meeting", "meeting", meetingId);
    }
    if (contactId != null) {
      add(where, parameters, " and array_contains(contactIds, :contact)", "contact", contactId);
    }
    if (status != null) {
      add(where, parameters, " and status = :status", "status", status);
    }
    return Agreement.<Agreement>find(where.append(" order by id desc").toString(), parameters)
        .page(Page.ofSize(limit))
        .list();
  }

  static void add(
      StringBuilder where, Parameters parameters, String clause, String name, Object value) {
    where.append(clause);
    parameters.and(name, value);
  }
}
