package dev.followthrough.contacts.spelling;

import java.util.Optional;

/** In which country the owner's national telephone numbers are meant. */
public interface OwnerRegion {

  /** ISO 3166-1 alpha-2, upper case; empty while the owner has not said. */
  Optional<String> region();
}
