package dev.followthrough.platform.things;

import static java.util.Map.entry;

import dev.followthrough.platform.conformance.ConformanceSuite;
import dev.followthrough.platform.conformance.Example;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.function.Supplier;

@QuarkusTest
@TestProfile(ThingsProfile.class)
class ThingsConformanceTest extends ConformanceSuite {

  @Override
  protected Map<String, Supplier<Example>> examples() {
    return Map.ofEntries(
        entry("createThing", Example::of),
        entry("listThings", Example::of),
        entry("getThing", this::thing),
        entry("changeThing", this::thing),
        entry("replaceThing", this::thing),
        entry("deleteThing", this::thing),
        entry("praiseThing", this::thing),
        entry("listThingLabels", this::thing),
        entry("tellThingStory", this::thing),
        entry("getThingStory", this::thing));
  }

  private Example thing() {
    var made =
        post(
            "/v1/things",
            "{\"name\": \"Bicycle\", \"colour\": \"red\", \"place\": {\"city\": \"Bonn\"}}");
    return Example.of().path("id", made.get("id").asText());
  }
}
