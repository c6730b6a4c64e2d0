package dev.followthrough.notifications.feed;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whose feed a token opens: the one thing that is read before an owner is set. Of the token only
 * its hash is known here.
 */
@ApplicationScoped
public class FeedTokens {

  /** What an unknown token opens: nobody's feed, which is looked for all the same. */
  private static final Opens NOTHING = new Opens(new UUID(0, 0), new UUID(0, 0));

  private final Sql sql;

  FeedTokens(Sql sql) {
    this.sql = sql;
  }

  /** A feed and its owner. */
  public record Opens(UUID owner, UUID feed) {}

  /** One query whatever the token is; nobody's feed for one that is unknown. */
  public Opens find(String token) {
    return sql.first(
            "select owner_id, feed_id from feed_opened_by(?)",
            row -> new Opens(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            RandomToken.hash(token))
        .orElse(NOTHING);
  }

  /** Lets the token open a feed of the current owner; it does so as long as there is the feed. */
  void add(RandomToken token, UUID feed) {
    sql.update(
        "insert into feed_token (owner_id, feed_id, token_hash) values (?, ?, ?)",
        CurrentOwner.require(),
        feed,
        token.hash());
  }
}
