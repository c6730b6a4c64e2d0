package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.contact.Unions;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Who cannot be one: two who take part in one meeting, whatever became of it, and so two of one
 * agreement; two of one ask; and who introduced the other. So no row of any service ever names both
 * of a merge, and each can be moved and moved back by itself.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TwoPeople {

  private final Unions unions;
  private final Sql sql;

  TwoPeople(Unions unions, Sql sql) {
    this.unions = unions;
    this.sql = sql;
  }

  /** Refuses them. */
  void refuse(UUID oneId, UUID otherId) {
    if (sql.exists(
        """
        select 1 from attendance one
          join attendance other
            on other.owner_id = one.owner_id and other.meeting_id = one.meeting_id
        where one.contact_id = ? and other.contact_id = ?
        """,
        oneId,
        otherId)) {
      throw MergeProblems.TWO_PEOPLE.because("Both take part in one meeting.");
    }
    if (sql.exists(
        """
        select 1 from touch one
          join touch other on other.owner_id = one.owner_id and other.ask_id = one.ask_id
        where one.contact_id = ? and other.contact_id = ?
        """,
        oneId,
        otherId)) {
      throw MergeProblems.TWO_PEOPLE.because("Both take part in one ask.");
    }
    if (unions.introduced(oneId, otherId)) {
      throw MergeProblems.TWO_PEOPLE.because("One of them introduced the other.");
    }
  }
}
