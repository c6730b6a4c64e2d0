package dev.followthrough.sdk;

/**
 * What came beside an answer's body.
 *
 * @param etag for {@link CallOptions#ifMatch}; null when the answer has none
 * @param location where what was made is; null when nothing was
 * @param requestId the id to name when you ask about the call
 */
public record Answer(int status, String etag, String location, String requestId) {}
