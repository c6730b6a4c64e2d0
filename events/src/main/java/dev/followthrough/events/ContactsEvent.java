package dev.followthrough.events;

/** What contacts-service publishes on the topic {@code contacts}. */
public sealed interface ContactsEvent extends Event
    permits ContactAdded,
        ContactChanged,
        ContactRemoved,
        ContactRestored,
        ContactErased,
        CircleChanged,
        OwnerErased,
        ProfileChanged,
        MeetingScheduled,
        MeetingChanged,
        MeetingHeld,
        MeetingCancelled,
        MeetingVoided,
        MeetingVoidReverted,
        TouchRecorded,
        TouchChanged,
        TouchRemoved,
        OpenLoopOpened,
        OpenLoopClosed,
        GoalSet,
        GoalChanged,
        GoalRemoved {}
