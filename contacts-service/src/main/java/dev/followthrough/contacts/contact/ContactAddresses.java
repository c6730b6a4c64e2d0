package dev.followthrough.contacts.contact;

import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which contacts have an e-mail address, whatever the case of its letters, or a telephone number as
 * it is kept.
 */
@ApplicationScoped
public class ContactAddresses {

  private final Sql sql;

  ContactAddresses(Sql sql) {
    this.sql = sql;
  }

  /**
   * Those who have an address or number, the newest first.
   *
   * @param removed the removed ones that can still be restored, instead of those in the network
   * @param after the last one seen; null at the beginning
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> find(String address, boolean removed, UUID after, int limit) {
    return sql.list(
        """
        select a.contact_id from contact_address a
        join contact c on c.owner_id = a.owner_id and c.id = a.contact_id
        where a.address = lower(?) and (c.removed_at is not null) = ? and c.merged_into is null
          and (?::uuid is null or a.contact_id < ?)
        order by a.contact_id desc limit ?
        """,
        row -> row.getObject(1, UUID.class),
        address,
        removed,
        after,
        after,
        limit);
  }

  /**
   * Those who are in the network, the first added first. Several contacts can have one address.
   *
   * @param addresses in lower case
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<String, List<UUID>> find(Collection<String> addresses) {
    var found = new HashMap<String, List<UUID>>();
    if (addresses.isEmpty()) {
      return found;
    }
    sql.list(
            """
            select a.address, a.contact_id from contact_address a
            join contact c on c.owner_id = a.owner_id and c.id = a.contact_id
            where a.address = any (?) and c.removed_at is null order by a.contact_id
            """,
            row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
            (Object) addresses.toArray(String[]::new))
        .forEach(
            one -> found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return found;
  }
}
