package dev.followthrough.events;

/** What notifications-service publishes on the topic {@code notifications}. */
public sealed interface NotificationsEvent extends Event
    permits CommitmentDeadlineApproaching,
        CommitmentDeadlinePassed,
        ReminderDue,
        DigestDue,
        AssessmentDue,
        WebhookEndpointTest,
        WebhookEndpointDisabled,
        DeliveryFailing,
        DeliveryRecovered,
        ErasureCompleted {}
