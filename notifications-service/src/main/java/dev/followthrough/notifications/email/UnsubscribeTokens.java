package dev.followthrough.notifications.email;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose mails a link ends: the one thing that is read before an owner is set. An owner has one
 * token, which ends with the address that it was made for; here only its hash is known.
 */
@ApplicationScoped
public class UnsubscribeTokens {

  private final Sql sql;

  UnsubscribeTokens(Sql sql) {
    this.sql = sql;
  }

  @Transactional
  public Optional<UUID> ownerOf(String token) {
    return sql.first(
        "select mails_ended_by(?)", row -> row.getObject(1, UUID.class), RandomToken.hash(token));
  }

  void replace(RandomToken token) {
    sql.update(
        """
        insert into unsubscribe_token (owner_id, token_hash) values (?, ?)
        on conflict (owner_id) do update set token_hash = excluded.token_hash
        """,
        CurrentOwner.require(),
        token.hash());
  }

  void remove() {
    sql.update("delete from unsubscribe_token where owner_id = ?", CurrentOwner.require());
  }
}
