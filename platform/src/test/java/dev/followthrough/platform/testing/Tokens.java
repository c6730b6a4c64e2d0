package dev.followthrough.platform.testing;

import dev.followthrough.platform.owner.OwnerIds;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens of the test run's issuer. */
public final class Tokens {

  public static final String ALL_SCOPES =
      "contacts:read contacts:write contacts:private commitments:read commitments:write"
          + " standing:read notifications:read notifications:write";

  private Tokens() {}

  /** A token of this owner with every scope. */
  public static String of(String owner) {
    return of(owner, ALL_SCOPES);
  }

  /** A token of this owner with these scopes, separated by spaces. */
  public static String of(String owner, String scopes) {
    return token(owner, scopes, "followthrough", StackResource.ISSUER, Instant.now());
  }

  public static String expired(String owner) {
    return token(
        owner,
        ALL_SCOPES,
        "followthrough",
        StackResource.ISSUER,
        Instant.now().minus(Duration.ofHours(3)));
  }

  public static String forAnotherAudience(String owner) {
    return token(owner, ALL_SCOPES, "something-else", StackResource.ISSUER, Instant.now());
  }

  public static String ofAnotherIssuer(String owner) {
    return token(owner, ALL_SCOPES, "followthrough", "https://stranger.test", Instant.now());
  }

  /** The id that the owner has in this run. */
  public static UUID ownerId(String owner) {
    return OwnerIds.of(StackResource.ISSUER, owner);
  }

  private static String token(
      String owner, String scopes, String audience, String issuer, Instant issuedAt) {
    return Jwt.issuer(issuer)
        .subject(owner)
        .audience(audience)
        .claim("azp", "tests")
        .claim("scope", scopes)
        .issuedAt(issuedAt)
        .expiresAt(issuedAt.plus(Duration.ofHours(1)))
        .sign(key());
  }

  private static PrivateKey key() {
    var encoded = ConfigProvider.getConfig().getValue(StackResource.PRIVATE_KEY, String.class);
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
