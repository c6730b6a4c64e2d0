package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.smtp.Letter;
import dev.followthrough.notifications.smtp.SmtpServer;
import java.util.UUID;

/**
 * A mail that this replica may hand over now.
 *
 * @param fence what the claim is recognised by; a later claim has a higher one
 * @param tries with this one
 */
record Claim(UUID owner, UUID mail, long fence, int tries, SmtpServer server, Letter letter) {}
