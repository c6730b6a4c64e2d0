package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.endpoint.Destination;
import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.message.LoggedMessage;
import java.util.UUID;

/**
 * A delivery that this replica may try now.
 *
 * @param tries how many of the present series were made before
 * @param fence what the claim is recognised by; a later claim has a higher one
 */
record Claim(
    Lane lane,
    UUID delivery,
    long fence,
    int tries,
    LoggedMessage message,
    Destination destination) {}
