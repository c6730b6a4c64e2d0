package dev.followthrough.notifications.smtp;

import java.time.Instant;

/**
 * A mail as it goes out, in both its forms.
 *
 * @param id what a repeat is recognised by, without the brackets of a {@code Message-ID}
 * @param unsubscribeUrl null for one that belongs to no list, such as a confirmation
 */
public record Letter(
    String id,
    String to,
    String subject,
    String text,
    String html,
    String unsubscribeUrl,
    Instant sentAt) {}
