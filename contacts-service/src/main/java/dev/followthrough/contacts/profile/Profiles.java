package dev.followthrough.contacts.profile;

import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The owner's own profile. */
@ApplicationScoped
public class Profiles {

  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;
  private final Sql sql;
  private final Event<OwnerDay> dayChanged;

  Profiles(
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time,
      Sql sql,
      Event<OwnerDay> dayChanged) {
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
    this.sql = sql;
    this.dayChanged = dayChanged;
  }

  @Transactional
  Profile get() {
    return Profile.mine().orElseGet(Profile::new);
  }

  @Transactional
  Profile change(MergePatch<ProfileFields> patch) {
    var profile = Profile.lockMine();
    preconditions.requireMatch(profile.version);
    var before = profile.fields();
    var after = dated(before, patch.applyTo(before.since(null)), patch);
    profile.say(after, time.now()).ifPresent(outbox::append);
    if (!OwnerDay.of(before).equals(OwnerDay.of(after))) {
      dayChanged.fire(OwnerDay.of(after));
    }
    Profile.flush();
    return profile;
  }

  /** Who has not been told what the owner does now since they began to. */
  @Transactional
  List<NotTold> notTold(Optional<UUID> after, int limit) {
    return Profile.mine()
        .map(profile -> profile.fields().whatIDoNowSince())
        .map(since -> NotTold.find(sql, since, after, limit))
        .orElse(List.of());
  }

  /** What the other features may know of the owner. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Myself myself() {
    return Myself.of(Profile.mine().orElseGet(Profile::new).fields());
  }

  /** The country whose national phone numbers the owner writes, if they said so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> region() {
    return Profile.mine().map(profile -> profile.fields().region());
  }

  /** Where the owner lives; UTC until they say so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public ZoneId zone() {
    return Profile.mine().map(profile -> profile.fields().timeZone()).orElse(Profile.DEFAULT_ZONE);
  }

  /** Where and how the owner's day begins. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OwnerDay day() {
    return OwnerDay.of(Profile.mine().orElseGet(Profile::new).fields());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void erase() {
    Profile.deleteAll();
  }

  /** What the owner does, they do since they say, else since the words changed. */
  private ProfileFields dated(
      ProfileFields before, ProfileFields after, MergePatch<ProfileFields> patch) {
    var now = time.now();
    if (patch.names("whatIDoNowSince") && after.whatIDoNowSince() != null) {
      if (after.whatIDoNowSince().isAfter(now)) {
        throw Problems.invalid("/whatIDoNowSince", "not-after-now", "must not lie after now");
      }
      return after;
    }
    if (after.whatIDoNow() == null) {
      return after.since(null);
    }
    return after.since(
        after.whatIDoNow().equals(before.whatIDoNow()) ? before.whatIDoNowSince() : now);
  }
}
