package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.signing.SigningSecret;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The owner's endpoints as those see them who deliver: who wants what, and where it goes. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Subscribers {

  private final EndpointSecrets secrets;
  private final TransportTime time;

  Subscribers(EndpointSecrets secrets, TransportTime time) {
    this.secrets = secrets;
    this.time = time;
  }

  /** Those that want such an event, disabled ones too, in the order of their ids. */
  public List<Subscriber> wanting(String type) {
    return WebhookEndpoint.wanting(type).stream().map(Subscriber::of).toList();
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException 404 when there is none
   */
  public Subscriber require(UUID id) {
    return find(id).orElseThrow(() -> Problems.notFound("webhook endpoint", id));
  }

  /**
   * The same, held on to until the transaction ends: what is made for it is not made twice.
   *
   * @throws dev.followthrough.platform.problem.ProblemException 404 when there is none
   */
  public Subscriber hold(UUID id) {
    return WebhookEndpoint.lockById(id)
        .map(Subscriber::of)
        .orElseThrow(() -> Problems.notFound("webhook endpoint", id));
  }

  public Optional<Subscriber> find(UUID id) {
    return WebhookEndpoint.ofId(id).map(Subscriber::of);
  }

  /** Where a try goes and how it is signed, as of now. */
  public Destination destination(UUID id) {
    var endpoint =
        WebhookEndpoint.ofId(id).orElseThrow(() -> Problems.notFound("webhook endpoint", id));
    var now = time.now();
    var keys = new ArrayList<SigningSecret>();
    keys.add(secrets.open(endpoint.secret, endpoint.id));
    endpoint.retiredSecrets.stream()
        .filter(old -> old.until().isAfter(now))
        .forEach(old -> keys.add(secrets.open(old.sealed(), endpoint.id)));
    return new Destination(
        endpoint.url, secrets.openHeaders(endpoint.customHeaders, endpoint.id), keys);
  }
}
