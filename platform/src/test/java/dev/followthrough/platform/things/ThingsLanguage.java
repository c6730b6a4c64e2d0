package dev.followthrough.platform.things;

import dev.followthrough.platform.outbox.EventLanguage;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Things publish nothing and listen to nothing. */
class ThingsLanguage {

  @Produces
  @Singleton
  @IfBuildProperty(name = "followthrough.test.things", stringValue = "true")
  EventLanguage none() {
    return new EventLanguage(
        "contacts", event -> "none", event -> "none", type -> Optional.empty());
  }
}
