package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.message.EventTypePattern;
import dev.followthrough.notifications.message.PublicEvents;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A place of the owner's to which events are sent. Its secrets and headers lie here sealed. */
@Entity
class WebhookEndpoint extends OwnedEntity {

  /** A secret that still signs beside its successor. */
  record RetiredSecret(String sealed, Instant until) {}

  String url;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> eventTypes = List.of();

  String description;
  int concurrency;
  int ratePerSecond;

  @Enumerated(EnumType.STRING)
  DeliveryOrder deliveryOrder = DeliveryOrder.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, String> metadata = Map.of();

  /** Whether figures may go there. */
  boolean receivesStanding;

  @Enumerated(EnumType.STRING)
  EndpointState state = EndpointState.ENABLED;

  @Enumerated(EnumType.STRING)
  DisabledReason disabledReason;

  Instant disabledAt;
  String secret;

  @JdbcTypeCode(SqlTypes.JSON)
  List<RetiredSecret> retiredSecrets = List.of();

  String customHeaders;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> headerNames = List.of();

  Instant createdAt;

  static Optional<WebhookEndpoint> ofId(UUID id) {
    return findByIdOptional(id);
  }

  /** The same, locked until the transaction ends. */
  static Optional<WebhookEndpoint> lockById(UUID id) {
    return WebhookEndpoint.<WebhookEndpoint>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  static List<WebhookEndpoint> after(Optional<UUID> id, int limit) {
    return id.map(last -> WebhookEndpoint.<WebhookEndpoint>find("id > ?1 order by id", last))
        .orElseGet(() -> find("order by id"))
        .range(0, limit - 1)
        .list();
  }

  /** Those that want such an event, disabled ones too, in the order of their ids. */
  static List<WebhookEndpoint> wanting(String type) {
    return WebhookEndpoint.<WebhookEndpoint>list("order by id").stream()
        .filter(endpoint -> endpoint.wants(type))
        .toList();
  }

  boolean wants(String type) {
    return (receivesStanding || !PublicEvents.isFigures(type))
        && eventTypes.stream().anyMatch(pattern -> EventTypePattern.matches(pattern, type));
  }

  boolean isEnabled() {
    return state == EndpointState.ENABLED;
  }

  void enable() {
    state = EndpointState.ENABLED;
    disabledReason = null;
    disabledAt = null;
  }

  void disable(DisabledReason reason, Instant now) {
    state = EndpointState.DISABLED;
    disabledReason = reason;
    disabledAt = now;
  }

  /** Signs with the new secret from now on, and until then also with the one before. */
  void rotate(String sealed, Instant until, Instant now) {
    var still = new ArrayList<RetiredSecret>();
    retiredSecrets.stream().filter(old -> old.until().isAfter(now)).forEach(still::add);
    if (until.isAfter(now)) {
      still.addFirst(new RetiredSecret(secret, until));
    }
    retiredSecrets = List.copyOf(still.subList(0, Math.min(still.size(), 4)));
    secret = sealed;
  }
}
