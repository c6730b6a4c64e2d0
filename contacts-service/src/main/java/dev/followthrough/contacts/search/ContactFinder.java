package dev.followthrough.contacts.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds contacts by the database's function {@code find_contacts}, which knows what a word matches
 * and how hits are ranked. Its answers are ids: who reads the contacts by them sees the owner's
 * only.
 */
@ApplicationScoped
public class ContactFinder {

  private final Sql sql;
  private final ObjectMapper mapper;

  ContactFinder(Sql sql, ObjectMapper mapper) {
    this.sql = sql;
    this.mapper = mapper;
  }

  /** The next ones after a hit, the best first and then the newest. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Hit> find(ContactSearch search, Optional<Hit> after, int limit) {
    var asked = search.asked();
    asked.put("limit", limit);
    after.ifPresent(
        last -> {
          asked.put("afterRank", last.rank());
          asked.put("afterId", last.id());
        });
    return sql.list(
        "select contact_id, rank from find_contacts(cast(? as jsonb))",
        row -> new Hit(row.getObject(1, UUID.class), row.getInt(2)),
        json(asked));
  }

  private String json(Object asked) {
    try {
      return mapper.writeValueAsString(asked);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
