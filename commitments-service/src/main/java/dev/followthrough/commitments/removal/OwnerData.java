package dev.followthrough.commitments.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** All that this service keeps of the current owner, stored answers to their calls included. */
@ApplicationScoped
class OwnerData {

  /** Every owned table but those that order events and remember the erasure. */
  static final List<String> TABLES =
      List.of(
          "hidden_action",
          "appointment",
          "person_met",
          "touch_turn",
          "offered_word",
          "day_list",
          "told_standing",
          "evaluation",
          "share_token",
          "share_link",
          "assessment",
          "commitment",
          "agreement",
          "own_idea",
          "favour",
          "asked",
          "ask",
          "known_goal",
          "contact_merge",
          "moved_row",
          "touch",
          "open_loop",
          "attendance",
          "known_meeting",
          "person",
          "owner_zone",
          "idempotency_key");

  private final EntityManager entities;

  OwnerData(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void deleteAll() {
    // row-level security keeps each statement to the current owner's rows
    TABLES.forEach(table -> entities.createNativeQuery("delete from " + table).executeUpdate());
  }
}
