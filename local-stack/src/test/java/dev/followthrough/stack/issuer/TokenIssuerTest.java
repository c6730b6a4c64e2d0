package dev.followthrough.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

  @TempDir private Path folder;

  @Test
  void a_token_of_a_kept_key_is_verified_by_the_published_one() throws Exception {
    Path file = folder.resolve("issuer-key.json");
    String published = TokenIssuer.at(file).jwks();

    String token =
        TokenIssuer.at(file)
            .mint("ada", "test", List.of("contacts:read", "contacts:write"), Duration.ofMinutes(5));

    JwtClaims claims = verify(token, published);
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringClaimValue("client_id")).isEqualTo("test");
    assertThat(claims.getStringClaimValue("scope")).isEqualTo("contacts:read contacts:write");
  }

  @Test
  void only_its_owner_reads_the_key_and_nothing_of_it_is_published() throws Exception {
    Path file = folder.resolve("issuer-key.json");
    String published = TokenIssuer.at(file).jwks();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).contains("\"d\":");
    assertThat(published).contains("\"n\":").doesNotContain("\"d\":", "\"p\":", "\"q\":");
  }

  private static JwtClaims verify(String token, String jwks) throws Exception {
    return new JwtConsumerBuilder()
        .setRequireExpirationTime()
        .setExpectedIssuer(TokenIssuer.NAME)
        .setExpectedAudience(TokenIssuer.AUDIENCE)
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
        .build()
        .processToClaims(token);
  }
}
