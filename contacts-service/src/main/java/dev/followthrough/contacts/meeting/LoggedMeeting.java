package dev.followthrough.contacts.meeting;

/** A meeting that another feature had recorded, as a client reads it. */
public record LoggedMeeting(MeetingView view, long version) {}
