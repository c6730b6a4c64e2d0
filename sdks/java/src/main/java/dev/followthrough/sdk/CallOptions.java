package dev.followthrough.sdk;

/**
 * What a call can say beside its arguments; each may be null.
 *
 * @param idempotencyKey without one, each {@code POST} gets its own, so that a repeat after a
 *     broken connection does nothing twice
 * @param ifMatch the etag that was read: a change in between is a 412
 * @param requestId an id for this request, for your own logs
 */
public record CallOptions(String idempotencyKey, String ifMatch, String requestId) {

  public static final CallOptions NONE = new CallOptions(null, null, null);

  public static CallOptions ifMatch(String etag) {
    return new CallOptions(null, etag, null);
  }

  public static CallOptions idempotencyKey(String key) {
    return new CallOptions(key, null, null);
  }
}
