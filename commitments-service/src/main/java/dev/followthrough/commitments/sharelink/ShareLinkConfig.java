package dev.followthrough.commitments.sharelink;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** How share links are made, and how often one may be used in this replica. */
@ConfigMapping(prefix = "followthrough.share-links")
interface ShareLinkConfig {

  /**
   * Where contacts reach the product, such as {@code https://ft.example}; absent: as it was asked.
   */
  @WithName("base-url")
  Optional<String> baseUrl();

  /** Calls a minute through one link. */
  @WithName("per-link")
  @WithDefault("60")
  long perLink();

  /** Calls a minute from one address, whatever the links. */
  @WithName("per-address")
  @WithDefault("120")
  long perAddress();
}
