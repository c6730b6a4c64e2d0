package dev.followthrough.notifications.message;

import dev.followthrough.events.EventCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which events receivers get to see: every one that tells a fact about the owner's network, also of
 * a type that is newer than this service, because events hold ids and facts only. What the services
 * say to each other stays inside: the erasure protocol ({@code owner.erased}, {@code
 * contact.erased}, {@code erasure.requested}, {@code erasure.completed}) and the answer to a void
 * that came too late ({@code agreement.void_refused}; the client learns it from {@code
 * meeting.void_reverted}).
 */
public final class PublicEvents {

  private static final Set<String> INTERNAL =
      Set.of(
          "owner.erased",
          "contact.erased",
          "erasure.requested",
          "erasure.completed",
          "agreement.void_refused");

  private static final String STANDING_SCOPE = "standing:read";
  private static final Set<String> STANDING = Set.of("standing.changed");

  private PublicEvents() {}

  public static boolean includes(String type) {
    return !INTERNAL.contains(type);
  }

  /**
   * What a client with these scopes does not find in the log: figures have a scope of their own.
   */
  static Set<String> hiddenFrom(Set<String> scopes) {
    var hidden = new HashSet<>(INTERNAL);
    if (!scopes.contains(STANDING_SCOPE)) {
      hidden.addAll(STANDING);
    }
    return hidden;
  }

  /** What an endpoint does not get from the log: also what was meant for one endpoint alone. */
  static Set<String> notReplayed() {
    var hidden = new HashSet<>(INTERNAL);
    hidden.add("webhook_endpoint.test");
    return hidden;
  }

  /** The names of all that this version knows, in alphabetical order. */
  public static List<String> types() {
    return EventCatalogue.all().stream()
        .map(EventCatalogue.Entry::type)
        .filter(PublicEvents::includes)
        .toList();
  }
}
