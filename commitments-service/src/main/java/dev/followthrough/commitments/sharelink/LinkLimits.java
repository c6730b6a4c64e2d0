package dev.followthrough.commitments.sharelink;

import dev.followthrough.platform.http.Allowance;
import dev.followthrough.platform.http.Allowances;
import jakarta.enterprise.context.ApplicationScoped;

/** How much may come through one link, and from one address whatever the links. */
@ApplicationScoped
class LinkLimits {

  private final Allowances links;
  private final Allowances addresses;

  LinkLimits(ShareLinkConfig config) {
    links = Allowances.aMinute("link-per-replica", config.perLink());
    addresses = Allowances.aMinute("address-per-replica", config.perAddress());
  }

  /** Takes one call off the address's share and then off the link's; the one that decides. */
  Allowance spend(Caller caller) {
    var ofAddress = addresses.spend(caller.address());
    return ofAddress.isSpent() ? ofAddress : links.spendToken(caller.token());
  }
}
