package dev.followthrough.platform.json;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How much a request may bring. */
@ConfigMapping(prefix = "followthrough.http")
public interface HttpLimits {

  /** The largest JSON body in bytes; a larger one is answered 413. */
  @WithName("max-body")
  @WithDefault("65536")
  int maxBody();
}
