package dev.followthrough.platform.things;

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
    return Map.of(
        "createThing", Example::of,
        "listThings", Example::of,
        "getThing", this::thing,
        "changeThing", this::thing,
        "replaceThing", this::thing,
        "deleteThing", this::thing,
        "praiseThing", this::thing,
        "listThingLabels", this::thing);
  }

  private Example thing() {
    var made =
        post(
            "/v1/things",
            "{\"name\": \"Bicycle\", \"colour\": \"red\", \"place\": {\"city\": \"Bonn\"}}");
    return Example.of().path("id", made.get("id").asText());
  }
}
