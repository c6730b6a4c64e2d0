package dev.followthrough.contacts.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

  private final EntityManager entities;
  private final ObjectMapper mapper;

  ContactFinder(EntityManager entities, ObjectMapper mapper) {
    this.entities = entities;
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
    List<?> rows =
        entities
            .createNativeQuery("select contact_id, rank from find_contacts(cast(?1 as jsonb))")
            .setParameter(1, json(asked))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Hit((UUID) row[0], (Integer) row[1]))
        .toList();
  }

  private String json(Object asked) {
    try {
      return mapper.writeValueAsString(asked);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
