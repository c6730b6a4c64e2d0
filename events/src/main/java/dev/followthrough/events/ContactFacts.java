package dev.followthrough.events;

import java.util.List;

/**
 * What the other services reckon and suggest with, of a contact. Nothing of it is private.
 *
 * @param origin through what the two came to know each other; null while nobody has said
 * @param doNotContact the owner is not to be told to get in touch
 */
public record ContactFacts(
    OriginKind origin,
    boolean doNotContact,
    List<String> sharedInterests,
    List<String> expertise,
    List<String> needs,
    List<String> offers) {}
