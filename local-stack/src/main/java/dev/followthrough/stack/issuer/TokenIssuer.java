package dev.followthrough.stack.issuer;

import dev.followthrough.stack.infra.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The local stack's OpenID Connect issuer: one RS256 key, made once and kept readable by its owner
 * only, with which it signs access tokens for any owner's name. Its issuer name is the same
 * whatever ports are chosen, because an owner's id is derived from it.
 */
public final class TokenIssuer {

  /** The {@code iss} of every token. */
  public static final String NAME = "https://issuer.followthrough.localhost";

  /** The {@code aud} of every token. */
  public static final String AUDIENCE = "followthrough";

  /** All scopes of the API. */
  public static final List<String> ALL_SCOPES =
      List.of(
          "contacts:read",
          "contacts:write",
          "contacts:private",
          "commitments:read",
          "commitments:write",
          "standing:read",
          "notifications:read",
          "notifications:write");

  private static final int KEY_BITS = 2048;

  private final RsaJsonWebKey key;

  private TokenIssuer(RsaJsonWebKey key) {
    this.key = key;
  }

  /** The issuer with the key in the file; makes the key first if the file is absent. */
  public static TokenIssuer at(Path keyFile) throws IOException {
    try {
      if (Files.notExists(keyFile)) {
        Path draft = keyFile.resolveSibling(keyFile.getFileName() + ".tmp");
        PrivateFiles.write(draft, newKey().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(draft, keyFile, StandardCopyOption.ATOMIC_MOVE);
      }
      return new TokenIssuer((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(keyFile)));
    } catch (JoseException e) {
      throw new IOException("The issuer's key in " + keyFile + " cannot be used.", e);
    }
  }

  /** The public key as a JSON Web Key Set. */
  public String jwks() {
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /** OpenID Connect's discovery document for an issuer whose key set is at this address. */
  public static String discovery(String jwksUri) {
    return JsonUtil.toJson(
        Map.of(
            "issuer",
            NAME,
            "jwks_uri",
            jwksUri,
            "scopes_supported",
            ALL_SCOPES,
            "response_types_supported",
            List.of("token"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of(AlgorithmIdentifiers.RSA_USING_SHA256)));
  }

  /** A signed access token for an owner, as used by the named client. */
  public String mint(String owner, String client, List<String> scopes, Duration validity) {
    var claims = new JwtClaims();
    claims.setIssuer(NAME);
    claims.setSubject(owner);
    claims.setAudience(AUDIENCE);
    claims.setClaim("azp", client);
    claims.setClaim("client_id", client);
    claims.setClaim("scope", String.join(" ", scopes));
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    NumericDate expires = NumericDate.now();
    expires.addSeconds(validity.toSeconds());
    claims.setExpirationTime(expires);
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    jws.setHeader("typ", "at+jwt");
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setKey(key.getPrivateKey());
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey newKey() throws JoseException {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    key.setUse("sig");
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    return key;
  }
}
