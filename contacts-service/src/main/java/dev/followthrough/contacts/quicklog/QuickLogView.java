package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.meeting.MeetingView;
import dev.followthrough.contacts.touch.TouchView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a quick log made: the one or the other. */
record QuickLogView(
    @Schema(description = "Absent when a meeting was made.") TouchView touch,
    @Schema(description = "Absent when a touch was made.") MeetingView meeting) {}
