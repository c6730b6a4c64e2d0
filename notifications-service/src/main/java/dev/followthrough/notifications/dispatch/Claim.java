package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.endpoint.Destination;
import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.message.LoggedMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this replica may try now.
 *
 * @param tries how many of the present series were made before
 * @param fence what the claim is recognised by; a later claim has a higher one
 * @param leaseUntil to the microsecond, and what it is recognised by too: a crash of the database
 *     can forget a claim, and the next one then has the same fence
 */
record Claim(
    Lane lane,
    UUID delivery,
    long fence,
    Instant leaseUntil,
    int tries,
    LoggedMessage message,
    Destination destination) {}
