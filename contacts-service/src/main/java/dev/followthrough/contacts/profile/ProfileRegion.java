package dev.followthrough.contacts.profile;

import dev.followthrough.contacts.spelling.OwnerRegion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The region of the owner's profile; until they say one, national numbers are refused. */
@ApplicationScoped
class ProfileRegion implements OwnerRegion {

  private final Profiles profiles;

  ProfileRegion(Profiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public Optional<String> region() {
    return profiles.region();
  }
}
