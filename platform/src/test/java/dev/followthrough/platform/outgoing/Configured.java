package dev.followthrough.platform.outgoing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The outgoing configuration as a service would read it, from a few settings. */
final class Configured {

  private Configured() {}

  static OutgoingConfig outgoing(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put("followthrough.outgoing." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(settings)
        .withMapping(OutgoingConfig.class)
        .build()
        .getConfigMapping(OutgoingConfig.class);
  }

  static OutgoingPolicy policy(String... keysAndValues) {
    return new OutgoingPolicy(outgoing(keysAndValues));
  }
}
