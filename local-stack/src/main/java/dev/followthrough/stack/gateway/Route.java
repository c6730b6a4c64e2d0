package dev.followthrough.stack.gateway;

import java.util.Set;

/** Where a request goes: what {@link RouteTable} found for its method and path. */
sealed interface Route {

  /**
   * To this service.
   *
   * @param stream whether the answer goes on without an end
   */
  record To(String service, boolean stream) implements Route {
    To(String service) {
      this(service, false);
    }
  }

  /** The path is known, but not with this method; these are. */
  record WrongMethod(Set<String> allowed) implements Route {}

  /** No operation has this path. */
  record Unknown() implements Route {}
}
