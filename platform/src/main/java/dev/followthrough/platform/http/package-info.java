/**
 * What every request and answer has, whatever it is about: an id, a place in a trace, a credential
 * with the scopes that the operation declares, a share of the load, known parameters, entity tags.
 *
 * <p>Resources block, so they are annotated {@code @RunOnVirtualThread}: request filters, body
 * reading and the resource run on one virtual thread, and how many are at work at once is bounded
 * by {@link dev.followthrough.platform.http.LoadConfig#maxRequests}.
 */
package dev.followthrough.platform.http;
