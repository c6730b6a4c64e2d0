package dev.followthrough.platform.owner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/**
 * Has the library verify each access token, and knows the very same token again for half a minute
 * instead of checking its signature at every request, which costs as much as reading a contact
 * does. One that has expired is never known again, one that was refused is not remembered; a key
 * that the issuer withdraws counts for half a minute longer.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

  private static final Duration KNOWN_FOR = Duration.ofSeconds(30);
  private static final int MOST = 1_000;

  private final JWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();
  private final Cache<String, JWTCallerPrincipal> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).maximumSize(MOST).build();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    var before = known.getIfPresent(token);
    if (before != null && Instant.now().getEpochSecond() < before.getExpirationTime()) {
      return before;
    }
    var verified = library.parse(token, context);
    known.put(token, verified);
    return verified;
  }
}
