package dev.followthrough.contacts.profile;

import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The owner's own profile. */
@ApplicationScoped
public class Profiles {

  private final Outbox outbox;
  private final Preconditions preconditions;

  Profiles(Outbox outbox, Preconditions preconditions) {
    this.outbox = outbox;
    this.preconditions = preconditions;
  }

  @Transactional
  Profile get() {
    return Profile.mine().orElseGet(Profile::new);
  }

  @Transactional
  Profile change(MergePatch<ProfileFields> patch) {
    var profile = Profile.lockMine();
    preconditions.requireMatch(profile.version);
    profile.live(patch.applyTo(ProfileFields.of(profile)).timeZone()).ifPresent(outbox::append);
    Profile.flush();
    return profile;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void erase() {
    Profile.deleteAll();
  }
}
