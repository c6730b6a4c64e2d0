package dev.followthrough.contacts.spelling;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Until the owner's profile tells the region, national numbers are refused: a time zone does not
 * say in which country somebody's telephone is.
 */
@DefaultBean
@ApplicationScoped
class UnknownRegion implements OwnerRegion {

  @Override
  public Optional<String> region() {
    return Optional.empty();
  }
}
