package dev.followthrough.contacts.meeting;

import java.util.UUID;

/** Said within the transaction that voids a held meeting. */
public record MeetingTakenBack(UUID meetingId) {}
