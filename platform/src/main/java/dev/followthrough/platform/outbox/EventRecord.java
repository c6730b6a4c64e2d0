package dev.followthrough.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as it travels: a CloudEvent with its owner and its position.
 *
 * @param source the publishing service's short name
 * @param position 1, 2, 3, … without a gap per owner and source
 * @param body the event's JSON
 * @param traceparent the W3C trace it belongs to, or null
 */
public record EventRecord(
    String source,
    UUID owner,
    long position,
    UUID id,
    String type,
    String subject,
    Instant time,
    String traceparent,
    String body) {}
