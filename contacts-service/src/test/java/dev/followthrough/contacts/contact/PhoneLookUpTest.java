package dev.followthrough.contacts.contact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A1: whoever has a telephone number is found by it. By index alone: see EmailLookUpTest. */
@QuarkusTest
class PhoneLookUpTest extends ContactsApi {

  @Test
  void a_caller_is_found_by_the_whole_number_in_any_spelling() {
    var ada = with("Ada", "+44 20 7946 0000", "+49 30 901820");
    with("Bob", "+442079460001");

    for (var spelling :
        new String[] {"+442079460000", "+44 (0)20 7946-0000", "+44.20.7946.0000", "+4930901820"}) {
      found(spelling).body("items.id", contains(ada));
    }
    found("+44207946000").body("items", empty());
  }

  @Test
  void a_national_number_is_of_the_owners_region() {
    var ada = with("Ada", "+442079460000");
    found("020 7946 0000", 400).body("errors[0].pointer", equalTo("?phone"));

    patch("/v1/profile", "{\"region\": \"GB\"}").statusCode(200);

    found("020 7946 0000").body("items.id", contains(ada));
    found("0044 20 7946 0000").body("items.id", contains(ada));
  }

  @Test
  void a_plus_that_was_not_escaped_is_still_one() {
    var ada = with("Ada", "+442079460000");

    api()
        .urlEncodingEnabled(false)
        .get("/v1/contacts?phone=+442079460000")
        .then()
        .statusCode(200)
        .body("items.id", contains(ada));
  }

  @Test
  void an_extension_is_a_part_of_the_number() {
    var ada = with("Ada", "+44 20 7946 0000 ext. 12");

    found("+442079460000;ext=12").body("items.id", contains(ada));
    found("+442079460000 x12").body("items.id", contains(ada));
    found("+442079460000").body("items", empty());
  }

  @Test
  void a_number_that_several_have_lists_them_in_parts_the_newest_first() {
    var first = with("Ada", "+442079460000");
    var second = with("Bob", "+442079460000");

    String cursor =
        api()
            .queryParam("phone", "+442079460000")
            .queryParam("limit", 1)
            .get("/v1/contacts")
            .then()
            .body("items.id", contains(second))
            .extract()
            .path("nextCursor");

    api()
        .queryParam("phone", "+442079460000")
        .queryParam("limit", 1)
        .queryParam("cursor", cursor)
        .get("/v1/contacts")
        .then()
        .body("items.id", contains(first));
  }

  @Test
  void a_new_number_takes_the_place_of_the_old_one_and_the_address_stays() {
    var ada = with("Ada", "+442079460000");

    patch("/v1/contacts/" + ada, "{\"phones\": [\"+4930901820\"]}").statusCode(200);

    found("+442079460000").body("items", empty());
    found("+4930901820").body("items.id", contains(ada));
    get("/v1/contacts?email=ada@example.com").body("items.id", contains(ada));
    patch("/v1/contacts/" + ada, "{\"phones\": null}").statusCode(200);
    found("+4930901820").body("items", empty());
  }

  @Test
  void a_removed_contact_is_found_among_the_removed_only() {
    var ada = with("Ada", "+442079460000");
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    found("+442079460000").body("items", empty());
    api()
        .queryParam("phone", "+442079460000")
        .queryParam("removed", true)
        .get("/v1/contacts")
        .then()
        .body("items.id", contains(ada));
  }

  @Test
  void another_owners_contact_is_not_found() {
    with("Ada", "+442079460000");

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .queryParam("phone", "+442079460000")
        .get("/v1/contacts")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void what_is_no_number_or_comes_with_another_filter_is_refused() {
    found("nobody", 400).body("errors[0].pointer", equalTo("?phone"));
    found("+4412", 400).body("errors[0].rule", equalTo("phone-length"));
    for (var other : new String[] {"q", "tag", "email"}) {
      api()
          .queryParam("phone", "+442079460000")
          .queryParam(other, "ada@example.com")
          .get("/v1/contacts")
          .then()
          .statusCode(400)
          .body("errors[0].rule", equalTo("alone"));
    }
  }

  private ValidatableResponse found(String phone) {
    return found(phone, 200);
  }

  private ValidatableResponse found(String phone, int status) {
    return api().queryParam("phone", phone).get("/v1/contacts").then().statusCode(status);
  }

  private String with(String name, String... phones) {
    return post(
            "/v1/contacts",
            "{\"name\": \"%s\", \"phones\": [\"%s\"], \"emails\": [\"%s@example.com\"]}"
                .formatted(
                    name, String.join("\", \"", phones), name.toLowerCase(java.util.Locale.ROOT)))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
