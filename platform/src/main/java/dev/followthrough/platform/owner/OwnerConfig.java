package dev.followthrough.platform.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** How a token's subject becomes an owner. */
@ConfigMapping(prefix = "followthrough.owner")
public interface OwnerConfig {

  /**
   * The issuer's name in the owners' ids. It stays when the issuer moves to another address;
   * changing it makes strangers of all owners.
   */
  @WithName("issuer-name")
  String issuerName();
}
