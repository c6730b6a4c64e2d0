package dev.followthrough.platform.owner;

import io.quarkus.arc.Arc;
import java.util.Optional;
import java.util.UUID;

/**
 * For whom the current thread works: the owner that background work acts for, else the request's.
 * There is no default; an access to owned data without one fails.
 */
public final class CurrentOwner {

  private static final ThreadLocal<UUID> ACTING = new ThreadLocal<>();
  private static final ThreadLocal<Manner> MANNER = ThreadLocal.withInitial(() -> Manner.TOGETHER);

  /** How the owner's lock is taken. */
  enum Manner {
    /** With others, after having waited for who is alone. */
    TOGETHER,
    /** With others, or not at all. */
    IF_FREE,
    /** It was to be with others, and somebody is alone. */
    REFUSED,
    ALONE
  }

  private CurrentOwner() {}

  public static Optional<UUID> find() {
    var acting = ACTING.get();
    return acting != null ? Optional.of(acting) : ofRequest();
  }

  /**
   * @throws IllegalStateException when nobody's data may be touched now
   */
  public static UUID require() {
    return find().orElseThrow(() -> new IllegalStateException("no owner is set"));
  }

  static void set(UUID owner) {
    if (owner == null) {
      ACTING.remove();
    } else {
      ACTING.set(owner);
    }
  }

  static UUID acting() {
    return ACTING.get();
  }

  static void setManner(Manner manner) {
    if (manner == Manner.TOGETHER) {
      MANNER.remove();
    } else {
      MANNER.set(manner);
    }
  }

  static Manner manner() {
    return MANNER.get();
  }

  private static Optional<UUID> ofRequest() {
    var container = Arc.container();
    if (container == null || !container.requestContext().isActive()) {
      return Optional.empty();
    }
    var credential = container.instance(JwtCredential.class).get();
    return credential.isPresent() ? Optional.of(credential.owner()) : Optional.empty();
  }
}
