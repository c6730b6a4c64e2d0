package dev.followthrough.commitments.sharelink;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.RandomToken;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Whose link a token opens: the one thing that is read before an owner is set. Of the token only
 * its hash is known here.
 */
@ApplicationScoped
class ShareTokens {

  /** What an unknown token opens: nobody's link, which is looked for all the same. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final AgroalDataSource database;

  ShareTokens(AgroalDataSource database) {
    this.database = database;
  }

  /** A link and its owner. */
  record Opens(UUID owner, UUID link) {}

  /** One query whatever the token is; nobody's link for one that is unknown. */
  Opens find(String token) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("select owner_id, link_id from opened_by(?)")) {
      statement.setBytes(1, RandomToken.hash(token));
      try (var result = statement.executeQuery()) {
        return result.next()
            ? new Opens(result.getObject(1, UUID.class), result.getObject(2, UUID.class))
            : new Opens(NOBODY, NOBODY);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look up a share link", e);
    }
  }

  /** Lets the token open a link of the current owner, in the current transaction. */
  void add(RandomToken token, UUID link) {
    run("insert into share_token (owner_id, link_id, token_hash) values (?, ?, ?)", link, token);
  }

  void remove(UUID link) {
    run("delete from share_token where owner_id = ? and link_id = ?", link, null);
  }

  private void run(String sql, UUID link, RandomToken token) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, CurrentOwner.require());
      statement.setObject(2, link);
      if (token != null) {
        statement.setBytes(3, token.hash());
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep whose a share link is", e);
    }
  }
}
