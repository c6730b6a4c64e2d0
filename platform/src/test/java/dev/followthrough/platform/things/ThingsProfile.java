package dev.followthrough.platform.things;

import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The platform as a service of its own, with things in it. */
public class ThingsProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "followthrough.test.things", "true",
        "quarkus.application.name", "contacts");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(StackResource.class, Map.of("schema", "contacts")));
  }
}
