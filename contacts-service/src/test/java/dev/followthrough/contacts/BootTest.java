package dev.followthrough.contacts;

import static io.restassured.RestAssured.given;

import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "contacts"))
class BootTest {
  @Test
  void boots() {
    given().get("/q/health/live").then().statusCode(200);
  }
}
