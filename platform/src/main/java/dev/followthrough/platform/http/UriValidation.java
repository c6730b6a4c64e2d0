package dev.followthrough.platform.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets badly encoded addresses through to {@link Door}, which answers them as problems; the
 * framework's own check refuses them without a word. It looks at a system property when it is
 * loaded, and the configuration is what is made before that.
 */
public class UriValidation implements SmallRyeConfigBuilderCustomizer {

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }
}
