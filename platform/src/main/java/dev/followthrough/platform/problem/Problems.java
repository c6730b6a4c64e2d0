package dev.followthrough.platform.problem;

import java.util.List;

/** The problem types that every service shares, whatever it is about. */
public final class Problems {

  public static final ProblemType INVALID =
      new ProblemType(
          "invalid-request",
          400,
          "The request is not valid",
          "Something in the body, the query or the headers breaks a rule of the document. The member"
              + " `errors` names each fault with a pointer, the rule and the rule in words. Correct"
              + " them all and send the request again.");
  public static final ProblemType UNAUTHENTICATED =
      new ProblemType(
          "unauthenticated",
          401,
          "A valid access token is needed",
          "Send `Authorization: Bearer <token>` with a token of the configured issuer that is meant"
              + " for this API and has not expired.");
  public static final ProblemType MISSING_SCOPE =
      new ProblemType(
          "missing-scope",
          403,
          "The token lacks a scope",
          "The access token is valid but does not hold the scope that the member `scope` names. Ask"
              + " the owner for a token with it.");
  public static final ProblemType NOT_FOUND =
      new ProblemType(
          "not-found",
          404,
          "There is no such thing",
          "Nothing is known under this path or id. What belongs to another owner is answered the"
              + " same way.");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(
          "method-not-allowed",
          405,
          "This path does not take this method",
          "The header `Allow` lists the methods that the path takes.");
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(
          "not-acceptable",
          406,
          "None of the accepted media types can be produced",
          "Answers are `application/json`, problems `application/problem+json`; ask for those.");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(
          "unsupported-media-type",
          415,
          "The body's media type is not understood",
          "Send `application/json`, and `application/merge-patch+json` for a PATCH.");
  public static final ProblemType TOO_LARGE =
      new ProblemType(
          "too-large",
          413,
          "The body is too large",
          "The document states the largest body that the operation takes.");
  public static final ProblemType IN_PROGRESS =
      new ProblemType(
          "idempotency-in-progress",
          409,
          "The same call is still running",
          "Another request with this `Idempotency-Key` has not finished. Wait a moment and repeat"
              + " it: you will get its answer.");
  public static final ProblemType KEY_REUSED =
      new ProblemType(
          "idempotency-key-reused",
          422,
          "The idempotency key belongs to another request",
          "This `Idempotency-Key` was used within the last 24 hours for the same operation with"
              + " another body or path. Use a new key for a new request.");
  public static final ProblemType PRECONDITION_FAILED =
      new ProblemType(
          "precondition-failed",
          412,
          "It has changed meanwhile",
          "The `ETag` given in `If-Match` is not the current one. Read it again, decide again, and"
              + " repeat the change with the new `ETag`.");
  public static final ProblemType CONFLICT =
      new ProblemType(
          "concurrent-change",
          409,
          "Somebody else changed it at the same moment",
          "Two changes met. Nothing of yours was done: read it again and repeat.");
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType(
          "too-many-requests",
          429,
          "Too many requests",
          "More came than this caller's share. The header `Retry-After` says when to go on;"
              + " `RateLimit` says what is left.");
  public static final ProblemType UNAVAILABLE =
      new ProblemType(
          "unavailable",
          503,
          "Not now",
          "The service cannot do this at the moment: it is saturated, a dependency is down, or it"
              + " has not yet seen the position you ask for. Nothing was done. Repeat after"
              + " `Retry-After`, with the same `Idempotency-Key`.");
  public static final ProblemType INTERNAL =
      new ProblemType(
          "internal-error",
          500,
          "That is our fault",
          "Something unforeseen happened; nothing was half done. Quote the `X-Request-Id` when you"
              + " tell us.");

  private static final List<ProblemType> ALL =
      List.of(
          INVALID,
          UNAUTHENTICATED,
          MISSING_SCOPE,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          TOO_LARGE,
          IN_PROGRESS,
          KEY_REUSED,
          PRECONDITION_FAILED,
          CONFLICT,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          INTERNAL);

  private Problems() {}

  public static List<ProblemType> all() {
    return ALL;
  }

  /** One fault of the input, as the only one. */
  public static ProblemException invalid(String pointer, String rule, String detail) {
    return invalid(List.of(new FieldError(pointer, rule, detail)));
  }

  /** All faults of the input at once. */
  public static ProblemException invalid(List<FieldError> errors) {
    var first = errors.getFirst();
    var where = first.pointer().isEmpty() ? "the body" : first.pointer();
    var detail = where + ": " + first.detail();
    if (errors.size() > 1) {
      detail = "%d faults; the first: %s".formatted(errors.size(), detail);
    }
    return new ProblemException(INVALID, detail, errors);
  }

  public static ProblemException notFound(String what, Object id) {
    return NOT_FOUND.because("There is no %s %s.".formatted(what, id));
  }
}
