package dev.followthrough.stack.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String BEFORE =
      """
      {"paths": {"/v1/contacts": {
         "get": {"operationId": "listContacts",
           "parameters": [{"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 10}}],
           "responses": {"200": {"headers": {"ETag": {}},
             "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Contact"}}}}},
           "security": [{"bearer": ["contacts:read"]}]},
         "post": {"operationId": "createContact",
           "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
           "responses": {"201": {}}}}},
       "webhooks": {"contact.added": {"post": {"requestBody":
         {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Contact"}}}}}}},
       "components": {"schemas": {
         "Contact": {"type": "object", "required": ["name"], "properties": {
           "name": {"type": "string"}, "born": {"type": "string", "format": "date"},
           "circle": {"type": "string", "enum": ["inner", "active"]},
           "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Contact"}},
           "note": {"anyOf": [{"type": "string"}, {"type": "null"}]}}},
         "New": {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
           "name": {"type": "string", "maxLength": 10, "pattern": "x"}, "age": {"type": "integer"},
           "circle": {"type": "string", "enum": ["inner", "active"]},
           "tags": {"type": "array", "items": {"type": "string"}}}}}}}
      """;

  private static final String SCHEMAS = "/components/schemas";
  private static final String GET = "/paths/~1v1~1contacts/get";
  private static final String POST = "/paths/~1v1~1contacts/post";

  /** Where, what is there instead ({@code -}: nothing), and what one of the sentences is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/paths/~1v1~1contacts | - | GET /v1/contacts is gone",
        GET + "/operationId | \"list\" | GET /v1/contacts is called \"list\", was \"listContacts\"",
        GET + "/parameters/0 | - | GET /v1/contacts: the parameter query q is gone",
        GET + "/parameters/0/required | true | GET /v1/contacts: the parameter query q is required",
        GET + "/parameters/0/schema/maxLength | 9 | GET /v1/contacts query q has a lower maxLength",
        GET + "/responses/200 | - | GET /v1/contacts no longer answers 200",
        GET + "/responses/200/headers/ETag | - | GET /v1/contacts 200 is without the header ETag",
        GET
            + "/responses/200/content | {\"text/csv\": {}} | GET /v1/contacts 200 is no longer application/json",
        GET
            + "/security/0/bearer/1 | \"contacts:private\" | GET /v1/contacts needs the scope contacts:private",
        POST + "/requestBody/required | true | POST /v1/contacts needs a body",
        "/webhooks/contact.added | - | the webhook contact.added is gone",
        SCHEMAS + "/Contact/properties/name | - | GET /v1/contacts 200.name is gone",
        SCHEMAS + "/Contact/properties/name | - | contact.added.name is gone",
        SCHEMAS + "/Contact/required | [] | GET /v1/contacts 200.name may be absent",
        SCHEMAS
            + "/Contact/properties/name/type | \"integer\" | GET /v1/contacts 200.name is [integer], was [string]",
        SCHEMAS
            + "/Contact/properties/name/type | [\"string\", \"null\"] | GET /v1/contacts 200.name is [null, string], was [string]",
        SCHEMAS
            + "/Contact/properties/born/format | \"date-time\" | `GET /v1/contacts 200.born has the format \"date-time\", was \"date\"`",
        SCHEMAS
            + "/Contact/properties/circle/enum | - | GET /v1/contacts 200.circle is no longer an enumeration",
        SCHEMAS
            + "/Contact/properties/friends/items | {\"type\": \"string\"} | GET /v1/contacts 200.friends[] is [string], was [object]",
        SCHEMAS
            + "/Contact/properties/note/anyOf/0/type | \"integer\" | GET /v1/contacts 200.note has other choices",
        SCHEMAS + "/New/properties/age | - | POST /v1/contacts.age is gone",
        SCHEMAS
            + "/New/properties/age/type | \"string\" | POST /v1/contacts.age is [string], was [integer]",
        SCHEMAS + "/New/properties/age/minimum | 1 | POST /v1/contacts.age has a higher minimum",
        SCHEMAS + "/New/required/1 | \"age\" | POST /v1/contacts.age is required",
        SCHEMAS
            + "/New/properties/name/pattern | \"y\" | POST /v1/contacts.name has another pattern",
        SCHEMAS
            + "/New/properties/circle/enum | [\"inner\"] | `POST /v1/contacts.circle takes only [inner], took [active, inner]`",
        SCHEMAS
            + "/New/properties/tags/items/format | \"uuid\" | `POST /v1/contacts.tags[] has the format \"uuid\", was `",
      })
  void what_breaks_a_client_is_told(String pointer, String value, String sentence)
      throws IOException {
    assertThat(changed(pointer, value)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/paths/~1v1~1trips | {\"get\": {}}",
        GET + "/summary | \"Other words\"",
        GET
            + "/parameters/1 | {\"name\": \"tag\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}",
        GET + "/parameters/0/schema/maxLength | 11",
        GET + "/responses/422 | {}",
        GET + "/security/0/bearer | []",
        "/webhooks/contact.erased | {\"post\": {}}",
        SCHEMAS + "/Contact/properties/age | {\"type\": \"integer\"}",
        SCHEMAS + "/Contact/required/1 | \"born\"",
        SCHEMAS + "/Contact/properties/circle/enum/2 | \"dormant\"",
        SCHEMAS + "/Contact/properties/note/anyOf/1 | -",
        SCHEMAS + "/New/required | []",
        SCHEMAS + "/New/properties/nick | {\"type\": \"string\"}",
        SCHEMAS + "/New/properties/age/type | [\"integer\", \"null\"]",
        SCHEMAS + "/New/properties/circle/enum/2 | \"dormant\"",
        SCHEMAS + "/New/properties/name/pattern | -",
        SCHEMAS + "/New/additionalProperties | -",
      })
  void what_only_adds_breaks_nothing(String pointer, String value) throws IOException {
    assertThat(changed(pointer, value)).isEmpty();
  }

  @Test
  void the_whole_document_does_not_break_itself() {
    var document = ApiDocument.read(Path.of("../api/openapi.json"));

    assertThat(BreakingChanges.between(document, document)).isEmpty();
  }

  private static List<String> changed(String pointer, String value) throws IOException {
    var after = MAPPER.readTree(BEFORE);
    var at = JsonPointer.compile(pointer);
    change(after.at(at.head()), at.last().getMatchingProperty(), value);
    return BreakingChanges.between(
        new ApiDocument(MAPPER.readTree(BEFORE)), new ApiDocument(after));
  }

  private static void change(JsonNode parent, String name, String value) throws IOException {
    var node = value.equals("-") ? null : MAPPER.readTree(value);
    if (parent instanceof ObjectNode object) {
      if (node == null) {
        object.remove(name);
      } else {
        object.set(name, node);
      }
    } else if (parent instanceof ArrayNode array) {
      if (node == null) {
        array.remove(Integer.parseInt(name));
      } else {
        array.add(node);
      }
    } else {
      throw new IllegalArgumentException("nothing there");
    }
  }
}
