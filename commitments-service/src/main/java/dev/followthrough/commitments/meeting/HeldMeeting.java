package dev.followthrough.commitments.meeting;

import dev.followthrough.events.MeetingKind;
import java.time.Instant;
import java.util.UUID;

/** A meeting that took place. */
public record HeldMeeting(UUID id, MeetingKind kind, Instant startsAt, Instant endsAt) {}
