package dev.followthrough.platform.idempotency;

import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.json.RequestFingerprint;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What makes two calls the same: the key, the operation, and a fingerprint of path, query, body and
 * scopes. An answer holds what its caller may see: who may see less does not get it again.
 */
@ApplicationScoped
class RepeatableRequest {

  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final HttpHeaders headers;
  private final UriInfo uri;
  private final ResourceInfo resource;
  private final RequestFingerprint body;
  private final Credential credential;

  RepeatableRequest(
      HttpHeaders headers,
      UriInfo uri,
      ResourceInfo resource,
      RequestFingerprint body,
      Credential credential) {
    this.headers = headers;
    this.uri = uri;
    this.resource = resource;
    this.body = body;
    this.credential = credential;
  }

  /** The key, bare or as a quoted string of RFC 8941. */
  Optional<String> key() {
    var value = headers.getHeaderString(HEADER);
    if (value == null) {
      return Optional.empty();
    }
    var key = value.strip();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw Problems.invalid(
          HEADER + ":", "length", "An idempotency key has 1 to " + LONGEST_KEY + " characters.");
    }
    if (key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw Problems.invalid(
          HEADER + ":", "pattern", "An idempotency key holds printable ASCII only.");
    }
    return Optional.of(key);
  }

  String operation() {
    return resource.getResourceClass().getSimpleName()
        + "."
        + resource.getResourceMethod().getName();
  }

  private SortedSet<String> scopes() {
    return resource.getResourceMethod().isAnnotationPresent(PublicOperation.class)
        ? new TreeSet<>()
        : new TreeSet<>(credential.scopes());
  }

  byte[] fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      if (uri.getRequestUri().getRawQuery() != null) {
        digest.update(uri.getRequestUri().getRawQuery().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      for (var scope : scopes()) {
        digest.update(scope.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      digest.update(body.sha256());
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
