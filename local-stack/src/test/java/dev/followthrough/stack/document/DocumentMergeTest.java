package dev.followthrough.stack.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {

  private static final String PROBLEM = "{\"type\": \"object\", \"title\": \"Problem\"}";

  @Test
  void paths_say_their_service_and_what_is_used_is_stated_once() throws IOException {
    JsonNode merged =
        merge(
            """
            {"paths": {"/v1/b": {"get": {"operationId": "b", "x-problem-types": ["not-found", "only-b"],
                 "schema": {"$ref": "#/components/schemas/B"}}}},
             "tags": [{"name": "b"}],
             "webhooks": {"b.done": {"post": {}}},
             "components": {"schemas": {"Problem": %s, "B": {"type": "string"},
               "Unused": {"properties": {"self": {"$ref": "#/components/schemas/Unused"}}}},
               "responses": {"NotFound": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}
            """
                .formatted(PROBLEM),
            """
            {"paths": {"/v1/a": {"get": {"operationId": "a", "x-problem-types": ["not-found"]}}},
             "tags": [{"name": "a"}],
             "components": {"schemas": {"Problem": %s}, "securitySchemes": {"bearer": {}}}}
            """
                .formatted(PROBLEM));

    assertThat(merged.at("/info/title").asText()).isEqualTo("Base");
    assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/v1/a", "/v1/b");
    assertThat(merged.at("/paths/~1v1~1a/x-service").asText()).isEqualTo("contacts");
    assertThat(merged.at("/paths/~1v1~1b/x-service").asText()).isEqualTo("commitments");
    assertThat(merged.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactly("B", "Problem");
    assertThat(merged.at("/tags/0/name").asText()).isEqualTo("a");
    assertThat(merged.at("/webhooks").size()).isEqualTo(1);
    assertThat(merged.at("/x-problem-types/not-found").toString())
        .isEqualTo("[\"commitments\",\"contacts\"]");
    assertThat(merged.at("/x-problem-types/only-b").toString()).isEqualTo("[\"commitments\"]");
  }

  @Test
  void every_name_with_two_meanings_is_told_with_both_services() {
    assertThatThrownBy(
            () ->
                merge(
                    """
                    {"paths": {"/v1/x/{id}": {"get": {"operationId": "read"}}},
                     "components": {"schemas": {"Note": {"type": "string"}}}}
                    """,
                    """
                    {"paths": {"/v1/x/{name}": {"get": {"operationId": "read"}}},
                     "components": {"schemas": {"Note": {"type": "integer"}}}}
                    """))
        .isInstanceOf(DocumentConflict.class)
        .hasMessageContaining("path /v1/x/{name} is in both commitments and contacts")
        .hasMessageContaining("operationId read is used twice, in commitments and contacts")
        .hasMessageContaining("component schemas Note differs between commitments and contacts");
  }

  @Test
  void a_difference_tells_each_place_and_removals_first() throws IOException {
    var mapper = new ObjectMapper();
    var before = new ApiDocument(mapper.readTree("{\"a\": {\"b/c\": 1, \"d\": 2}, \"same\": []}"));
    var after = new ApiDocument(mapper.readTree("{\"a\": {\"d\": 3, \"e\": 4}, \"same\": []}"));

    assertThat(DocumentDifference.between(before, after))
        .containsExactly("removed /a/b~1c", "changed /a/d from 2 to 3", "added /a/e");
    assertThat(DocumentDifference.between(before, before)).isEmpty();
  }

  private static JsonNode merge(String commitments, String contacts) throws IOException {
    var mapper = new ObjectMapper();
    var documents =
        new TreeMap<>(
            Map.of(
                "commitments",
                mapper.readTree(commitments),
                "contacts",
                mapper.readTree(contacts)));
    var base = mapper.readTree("{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Base\"}}");
    return DocumentMerge.merge(base, documents).json();
  }
}
