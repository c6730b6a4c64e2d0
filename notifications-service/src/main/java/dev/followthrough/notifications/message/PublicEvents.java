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

  /** The scope that shows figures. */
  public static final String STANDING_SCOPE = "standing:read";

  private static final Set<String> STANDING = Set.of("standing.changed");

  private PublicEvents() {}

  public static boolean includes(String type) {
    return !INTERNAL.contains(type);
  }

  /** Whether it holds figures, which have a scope of their own. */
  public static boolean isFigures(String type) {
    return STANDING.contains(type);
  }

  /** The names of all that hold figures. */
  public static Set<String> figures() {
    return STANDING;
  }

  /** Whether a pattern fits events with figures and no others. */
  public static boolean meansFigures(String pattern) {
    return STANDING.stream().anyMatch(type -> EventTypePattern.matches(pattern, type))
        && types().stream()
            .filter(type -> EventTypePattern.matches(pattern, type))
            .allMatch(PublicEvents::isFigures);
  }

  public static boolean showsFigures(Set<String> scopes) {
    return scopes.contains(STANDING_SCOPE);
  }

  /**
   * What a client with these scopes does not find in the log: figures have a scope of their own.
   */
  static Set<String> hiddenFrom(Set<String> scopes) {
    var hidden = new HashSet<>(INTERNAL);
    if (!showsFigures(scopes)) {
      hidden.addAll(STANDING);
    }
    return hidden;
  }

  /** What an endpoint does not get from the log: also what was meant for one endpoint alone. */
  static Set<String> notReplayed(boolean figures) {
    var hidden = new HashSet<>(INTERNAL);
    hidden.add("webhook_endpoint.test");
    if (!figures) {
      hidden.addAll(STANDING);
    }
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
