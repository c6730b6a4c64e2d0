package dev.followthrough.notifications.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.notifications.message.PublicEvents;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class WebhookDocumentTest {

  @Test
  void every_event_stands_in_the_document_with_schema_and_example() throws Exception {
    var document =
        new ObjectMapper().readTree(given().get("/openapi.json").then().extract().asString());

    var names = new ArrayList<String>();
    document.path("webhooks").fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(PublicEvents.types());
    for (var name : names) {
      var media =
          document
              .path("webhooks")
              .path(name)
              .path("post")
              .path("requestBody")
              .path("content")
              .path("application/json");
      var schema =
          document
              .path("components")
              .path("schemas")
              .path(media.path("schema").path("$ref").asText().replaceFirst(".*/", ""));
      assertThat(schema.path("properties").has("data")).as(name).isTrue();
      assertThat(media.path("example").path("type").asText()).isEqualTo(name);
      assertThat(media.path("example").path("data").has("sequence")).isTrue();
    }
  }

  @Test
  void a_meeting_may_be_nowhere_and_a_trip_is_always_somewhere() throws Exception {
    var document =
        new ObjectMapper().readTree(given().get("/openapi.json").then().extract().asString());

    assertThat(required(document, "meeting.changed")).contains("changed").doesNotContain("place");
    assertThat(required(document, "meeting.held")).doesNotContain("place", "link");
    assertThat(required(document, "trip.planned")).contains("place", "from", "to");
    assertThat(
            document
                .at("/webhooks/meeting.changed/post/requestBody/content/application~1json/example")
                .at("/data/changed/0")
                .asText())
        .isEqualTo("place");
  }

  private static List<String> required(JsonNode document, String type) {
    var ref =
        document
            .at("/webhooks/" + type + "/post/requestBody/content/application~1json/schema/$ref")
            .asText();
    var facts = resolved(document, document.at(ref.substring(1)).at("/properties/data"));
    var names = new ArrayList<String>();
    facts.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
  }
}
