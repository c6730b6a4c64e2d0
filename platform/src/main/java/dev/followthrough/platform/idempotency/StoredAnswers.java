package dev.followthrough.platform.idempotency;

import dev.followthrough.platform.idempotency.Idempotency.StoredAnswer;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.SecretBox;
import dev.followthrough.platform.secret.SecretContext;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The answers of the last 24 hours, of the current owner, in the current transaction. */
@ApplicationScoped
class StoredAnswers {

  private static final Duration KEPT = Duration.ofHours(24);

  private final AgroalDataSource database;
  private final SecretBox secrets;

  StoredAnswers(AgroalDataSource database, SecretBox secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** Never waits: whoever does not get the lock comes while the first call is still running. */
  boolean tryLock(String operation, String key) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 7))")) {
      statement.setString(1, CurrentOwner.require() + "\n" + operation + "\n" + key);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot lock an idempotency key", e);
    }
  }

  Optional<StoredAnswer> find(String operation, String key) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select fingerprint, status, location, etag, position, body, sealed
                from idempotency_key where operation = ? and key = ? and created_at > ?
                """)) {
      statement.setString(1, operation);
      statement.setString(2, key);
      statement.setObject(3, now().minus(KEPT));
      try (var result = statement.executeQuery()) {
        return result.next() ? Optional.of(read(result, operation, key)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read an idempotency key", e);
    }
  }

  void store(String operation, String key, StoredAnswer answer, boolean sealed) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into idempotency_key (owner_id, operation, key, fingerprint, status, location,
                  etag, position, body, sealed, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (owner_id, operation, key) do update set
                  fingerprint = excluded.fingerprint, status = excluded.status,
                  location = excluded.location, etag = excluded.etag, position = excluded.position,
                  body = excluded.body, sealed = excluded.sealed, created_at = excluded.created_at
                """)) {
      statement.setObject(1, CurrentOwner.require());
      statement.setString(2, operation);
      statement.setString(3, key);
      statement.setBytes(4, answer.fingerprint());
      statement.setInt(5, answer.status());
      statement.setString(6, answer.location());
      statement.setString(7, answer.etag());
      statement.setString(8, answer.position());
      statement.setBytes(9, sealed ? seal(answer.body(), operation, key) : answer.body());
      statement.setBoolean(10, sealed);
      statement.setObject(11, now());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot store an idempotency key", e);
    }
  }

  private StoredAnswer read(ResultSet result, String operation, String key) throws SQLException {
    var body = result.getBytes("body");
    return new StoredAnswer(
        result.getBytes("fingerprint"),
        result.getInt("status"),
        result.getString("location"),
        result.getString("etag"),
        result.getString("position"),
        result.getBoolean("sealed") && body != null ? open(body, operation, key) : body);
  }

  private byte[] seal(byte[] body, String operation, String key) {
    return body == null
        ? null
        : secrets.seal(body, context(operation, key)).getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] open(byte[] sealed, String operation, String key) {
    return secrets.open(new String(sealed, StandardCharsets.US_ASCII), context(operation, key));
  }

  private static SecretContext context(String operation, String key) {
    return new SecretContext(CurrentOwner.require(), operation + "\n" + key, "idempotency");
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
