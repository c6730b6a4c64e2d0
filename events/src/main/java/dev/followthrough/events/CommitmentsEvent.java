package dev.followthrough.events;

/** What commitments-service publishes on the topic {@code commitments}. */
public sealed interface CommitmentsEvent extends Event
    permits AgreementOpened,
        AgreementChanged,
        AgreementClosed,
        AgreementVoided,
        AgreementVoidRefused,
        CommitmentWorded,
        CommitmentPromised,
        CommitmentDeclined,
        CommitmentDelivered,
        CommitmentMissed,
        CommitmentLapsed,
        CommitmentCorrected,
        CommitmentDisputed,
        CommitmentApologised,
        CommitmentVoided,
        AssessmentGiven,
        StandingChanged,
        ErasureCompleted {}
