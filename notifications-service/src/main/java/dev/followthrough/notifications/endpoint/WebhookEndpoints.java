package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.signing.SigningSecret;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outgoing.OutgoingPolicy;
import dev.followthrough.platform.outgoing.RefusedUrl;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The owner's webhook endpoints: made, changed, given a new secret, disabled and enabled again. */
@ApplicationScoped
public class WebhookEndpoints {

  private final EndpointSecrets secrets;
  private final StandingScope standing;
  private final OutgoingPolicy policy;
  private final Preconditions preconditions;
  private final Lanes lanes;
  private final TransportTime time;
  private final Event<EndpointChange> changes;
  private final EndpointConfig config;

  WebhookEndpoints(
      EndpointSecrets secrets,
      StandingScope standing,
      OutgoingPolicy policy,
      Preconditions preconditions,
      Lanes lanes,
      TransportTime time,
      Event<EndpointChange> changes,
      EndpointConfig config) {
    this.secrets = secrets;
    this.standing = standing;
    this.policy = policy;
    this.preconditions = preconditions;
    this.lanes = lanes;
    this.time = time;
    this.changes = changes;
    this.config = config;
  }

  /** An endpoint with its secret, which nobody sees again. */
  record WithSecret(WebhookEndpoint endpoint, SigningSecret secret) {}

  /** A new secret, and until when the one before still signs beside it. */
  record Rotation(SigningSecret secret, Instant previousValidUntil) {}

  @Transactional
  WithSecret create(WebhookEndpointFields fields) {
    requireAllowed(fields.url());
    if (WebhookEndpoint.count() >= config.most()) {
      throw EndpointProblems.TOO_MANY.because(
          "There are %d endpoints already.".formatted(config.most()));
    }
    var endpoint = new WebhookEndpoint();
    var secret = SigningSecret.generate();
    endpoint.secret = secrets.seal(secret, endpoint.id);
    endpoint.createdAt = time.now();
    standing.decide(fields, endpoint);
    write(fields, endpoint);
    endpoint.persist();
    lanes.open(endpoint.id, time.now());
    return new WithSecret(endpoint, secret);
  }

  @Transactional
  WebhookEndpoint get(UUID id) {
    return WebhookEndpoint.ofId(id).orElseThrow(() -> notFound(id));
  }

  @Transactional
  List<WebhookEndpoint> list(Optional<UUID> after, int limit) {
    return WebhookEndpoint.after(after, limit);
  }

  @Transactional
  WebhookEndpoint change(UUID id, MergePatch<WebhookEndpointFields> patch) {
    var endpoint = lock(id);
    preconditions.requireMatch(endpoint.version);
    var fields = patch.applyTo(fieldsOf(endpoint));
    if (!fields.url().equals(endpoint.url)) {
      requireAllowed(fields.url());
    }
    standing.decide(fields, endpoint);
    write(fields, endpoint);
    endpoint.flush();
    // what waited for its turn need not, once the order is given up
    lanes.dueAt(id, time.now());
    return endpoint;
  }

  @Transactional
  void remove(UUID id) {
    var endpoint = lock(id);
    preconditions.requireMatch(endpoint.version);
    changes.fire(new EndpointChange.Removed(id));
    endpoint.delete();
    lanes.remove(id);
  }

  @Transactional
  Rotation rotate(UUID id, Duration overlap) {
    var endpoint = lock(id);
    var secret = SigningSecret.generate();
    var until = time.now().plus(overlap);
    endpoint.rotate(secrets.seal(secret, id), until, time.now());
    return new Rotation(secret, until);
  }

  @Transactional
  WebhookEndpoint enable(UUID id) {
    var endpoint = lock(id);
    if (!endpoint.isEnabled()) {
      endpoint.enable();
      endpoint.flush();
      changes.fire(new EndpointChange.Enabled(id));
      lanes.open(id, time.now());
    }
    return endpoint;
  }

  @Transactional
  WebhookEndpoint disable(UUID id) {
    var endpoint = lock(id);
    if (endpoint.isEnabled()) {
      endpoint.disable(DisabledReason.BY_OWNER, time.now());
      endpoint.flush();
      lanes.close(id);
    }
    return endpoint;
  }

  /** Forgets all endpoints of an owner who is erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetAll() {
    WebhookEndpoint.deleteAll();
    lanes.removeAll();
  }

  private WebhookEndpoint lock(UUID id) {
    return WebhookEndpoint.lockById(id).orElseThrow(() -> notFound(id));
  }

  private static RuntimeException notFound(UUID id) {
    return Problems.notFound("webhook endpoint", id);
  }

  private void requireAllowed(String url) {
    try {
      policy.check(url);
    } catch (RefusedUrl refused) {
      throw Problems.invalid("/url", refused.rule(), refused.getMessage());
    }
  }

  private void write(WebhookEndpointFields fields, WebhookEndpoint endpoint) {
    endpoint.url = fields.url();
    endpoint.eventTypes = List.copyOf(fields.eventTypes());
    endpoint.description = fields.description();
    endpoint.concurrency =
        Optional.ofNullable(fields.concurrency()).orElse(WebhookEndpointFields.DEFAULT_CONCURRENCY);
    endpoint.ratePerSecond =
        Optional.ofNullable(fields.ratePerSecond()).orElse(WebhookEndpointFields.DEFAULT_RATE);
    endpoint.deliveryOrder = Optional.ofNullable(fields.order()).orElse(DeliveryOrder.NONE);
    endpoint.metadata = fields.metadata() == null ? Map.of() : new TreeMap<>(fields.metadata());
    endpoint.customHeaders = secrets.sealHeaders(fields.customHeaders(), endpoint.id);
    endpoint.headerNames =
        fields.customHeaders() == null
            ? List.of()
            : List.copyOf(new TreeSet<>(fields.customHeaders().keySet()));
  }

  private WebhookEndpointFields fieldsOf(WebhookEndpoint endpoint) {
    var headers = new TreeMap<>(secrets.openHeaders(endpoint.customHeaders, endpoint.id));
    return new WebhookEndpointFields(
        endpoint.url,
        endpoint.eventTypes,
        endpoint.description,
        headers.isEmpty() ? null : headers,
        endpoint.concurrency,
        endpoint.ratePerSecond,
        endpoint.deliveryOrder,
        endpoint.metadata.isEmpty() ? null : endpoint.metadata);
  }
}
