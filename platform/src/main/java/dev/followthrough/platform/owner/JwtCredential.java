package dev.followthrough.platform.owner;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The credential of a request that came with an access token: a verified JWT with {@code sub} and
 * {@code aud}. Whatever is asked of it without one is an {@link AuthenticationFailedException}.
 */
@RequestScoped
class JwtCredential implements Credential {

  private final SecurityIdentity identity;
  private final OwnerConfig config;
  private UUID owner;

  JwtCredential(SecurityIdentity identity, OwnerConfig config) {
    this.identity = identity;
    this.config = config;
  }

  boolean isPresent() {
    return !identity.isAnonymous();
  }

  @Override
  public UUID owner() {
    if (owner == null) {
      owner = OwnerIds.of(config.issuerName(), token().getSubject());
    }
    return owner;
  }

  @Override
  public Set<String> scopes() {
    token();
    return identity.getRoles();
  }

  @Override
  public String client() {
    for (var claim : new String[] {"azp", "client_id"}) {
      if (token().getClaim(claim) instanceof String client && !client.isBlank()) {
        return client;
      }
    }
    return "unnamed";
  }

  @Override
  public Optional<Duration> validFor() {
    long expires = token().getExpirationTime();
    return expires == 0
        ? Optional.empty()
        : Optional.of(Duration.between(Instant.now(), Instant.ofEpochSecond(expires)));
  }

  private JsonWebToken token() {
    if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
      throw new AuthenticationFailedException("no access token");
    }
    if (jwt.getSubject() == null || jwt.getSubject().isBlank()) {
      throw new AuthenticationFailedException("the token names no subject");
    }
    if (jwt.getAudience() == null || jwt.getAudience().isEmpty()) {
      throw new AuthenticationFailedException("the token names no audience");
    }
    return jwt;
  }
}
