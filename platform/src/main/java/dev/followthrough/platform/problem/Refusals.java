package dev.followthrough.platform.problem;

import dev.followthrough.platform.fault.Infrastructure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a client is told of anything that went wrong. Nothing of a stack, a statement or a class
 * name is in it.
 */
public final class Refusals {

  private static final String RETRY_AFTER = "Retry-After";

  private Refusals() {}

  /**
   * @param tokenSent whether the request came with an {@code Authorization} header
   */
  public static ProblemException of(Throwable thrown, boolean tokenSent) {
    var known = find(thrown, ProblemException.class);
    if (known.isPresent()) {
      return known.get();
    }
    if (find(thrown, AuthenticationFailedException.class).isPresent()
        || find(thrown, UnauthorizedException.class).isPresent()) {
      return unauthenticated(tokenSent);
    }
    if (find(thrown, ForbiddenException.class).isPresent()) {
      return Problems.MISSING_SCOPE.because("The token does not allow this.");
    }
    if (find(thrown, HttpClosedException.class).isPresent()) {
      return Problems.invalid("", "incomplete", "ended before its length; the client has gone");
    }
    if (isConflict(thrown)) {
      return Problems.CONFLICT.because(
          "Another change came in between; nothing of yours was done.");
    }
    if (Infrastructure.isAtFault(thrown)) {
      return Problems.UNAVAILABLE
          .because("The service cannot reach what it needs at the moment.")
          .header(RETRY_AFTER, "1");
    }
    return thrown instanceof WebApplicationException web ? ofStatus(web) : internal();
  }

  /** A request without a valid token; a token that was sent is said to be the fault. */
  public static ProblemException unauthenticated(boolean tokenSent) {
    return Problems.UNAUTHENTICATED
        .because(
            tokenSent
                ? "The access token is not valid here: it is malformed, expired, of another issuer or"
                    + " not meant for this API."
                : "No access token was sent.")
        .header(
            "WWW-Authenticate",
            tokenSent
                ? "Bearer realm=\"followthrough\", error=\"invalid_token\""
                : "Bearer realm=\"followthrough\"");
  }

  public static ProblemException internal() {
    return Problems.INTERNAL.because("Something unforeseen happened.");
  }

  /** The shared problem that goes with a bare HTTP status. */
  public static ProblemException ofStatus(int status) {
    return switch (status) {
      case 401 -> unauthenticated(false);
      case 403 -> Problems.MISSING_SCOPE.because("The token does not allow this.");
      case 404 -> Problems.NOT_FOUND.because("There is nothing under this path.");
      case 405 -> Problems.METHOD_NOT_ALLOWED.because("This path does not take this method.");
      case 406 -> Problems.NOT_ACCEPTABLE.because("None of the accepted media types is produced.");
      case 409 -> Problems.CONFLICT.because("Two changes met.");
      case 412 -> Problems.PRECONDITION_FAILED.because("It has changed meanwhile.");
      case 413 ->
          Problems.TOO_LARGE.because("The body is too large.").header("Connection", "close");
      case 415 -> Problems.UNSUPPORTED_MEDIA_TYPE.because("This media type is not understood.");
      case 429 -> Problems.TOO_MANY_REQUESTS.because("Too many requests.").header(RETRY_AFTER, "1");
      case 503 -> Problems.UNAVAILABLE.because("Not now.").header(RETRY_AFTER, "1");
      default ->
          status >= 400 && status < 500
              ? new ProblemException(Problems.INVALID, "The request cannot be understood.")
              : internal();
    };
  }

  private static ProblemException ofStatus(WebApplicationException web) {
    var problem = ofStatus(web.getResponse().getStatus());
    if (web instanceof ClientErrorException) {
      for (var name : new String[] {"Allow", "Accept-Patch", "Retry-After"}) {
        var value = web.getResponse().getHeaderString(name);
        if (value != null) {
          problem.header(name, value);
        }
      }
    }
    return problem;
  }

  private static boolean isConflict(Throwable thrown) {
    return find(thrown, OptimisticLockException.class).isPresent()
        || find(thrown, org.hibernate.StaleStateException.class).isPresent()
        || find(thrown, SQLException.class)
            .map(SQLException::getSQLState)
            .filter(state -> state.startsWith("40"))
            .isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (var cause = thrown; cause != null && depth++ < 20; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
