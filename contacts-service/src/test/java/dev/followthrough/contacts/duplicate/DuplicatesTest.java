package dev.followthrough.contacts.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.followthrough.contacts.testing.ContactsApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A10: likely pairs with the reason. */
@QuarkusTest
class DuplicatesTest extends ContactsApi {

  @Test
  void who_has_an_address_a_number_or_a_link_in_common_is_likely_one_with_each_reason() {
    var ada =
        add(
            """
            "name": "Ada", "emails": ["ada@example.org"], "phones": ["+442079460000"],
            "links": [{"url": "https://www.example.org/ada/"}], "organisation": "Engines"
            """);
    var countess =
        add(
            """
            "name": "Countess", "emails": ["other@example.org", "Ada@Example.org"],
            "phones": ["+44 20 7946 0000"], "links": [{"url": "http://example.org/ada"}]
            """);
    add("\"name\": \"Bob\", \"emails\": [\"bob@example.org\"]");

    get("/v1/duplicates")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].contacts.id", contains(ada, countess))
        .body("items[0].contacts.name", contains("Ada", "Countess"))
        .body("items[0].contacts[0].organisation", equalTo("Engines"))
        .body("items[0].reasons", contains("sameEmail", "samePhone", "sameLink"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace,Engines,Ada Lovelance,engines,true",
    "Ada Lovelace,Engines,Lovelace Ada,Engines,true",
    "Ada Lovelace,Engines,Àda Lovelace,'Engines.',true",
    "Ada Lovelace,,Lovelace Ada,Engines,true",
    "Ada Lovelace,,Ada Lovelace,,true",
    "Ada Lovelace,Engines,Ada Lovelace,Looms,false",
    "Ada Lovelace,,Ada Lovelance,,false",
    "Ada Lovelace,Engines,Adam Smith,Engines,false",
    "Ada,,Ada,,false"
  })
  void names_are_alike_with_the_organisation_they_go_with(
      String name, String work, String otherName, String otherWork, boolean likely) {
    add(named(name, work));
    add(named(otherName, otherWork));

    List<List<String>> reasons = get("/v1/duplicates").extract().path("items.reasons");

    assertThat(reasons)
        .isEqualTo(likely ? List.of(List.of("similarNameAndOrganisation")) : List.of());
  }

  @Test
  void a_pair_that_is_dismissed_stays_away_until_that_is_taken_back() {
    var one = add("\"name\": \"Ada Lovelace\"");
    var other = add("\"name\": \"Ada Lovelace\"");
    var body = "{\"contactIds\": [\"%s\", \"%s\"]}".formatted(other, one);

    var path = post("/v1/duplicates/dismissals", body).statusCode(201).extract().header("Location");

    get("/v1/duplicates").body("items", empty());
    assertThat(post("/v1/duplicates/dismissals", body).extract().header("Location"))
        .isEqualTo(path);
    get("/v1/duplicates/dismissals").body("items.contactIds", contains(List.of(one, other)));
    get(path).statusCode(200).body("contactIds", contains(one, other));
    api().delete(path).then().statusCode(204);
    get(path).statusCode(404);
    get("/v1/duplicates").body("items", hasSize(1));
    post(
            "/v1/duplicates/dismissals",
            "{\"contactIds\": [\"%s\", \"%s\"]}".formatted(one, UUID.randomUUID()))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/contactIds/1"));
  }

  @Test
  void who_is_removed_merged_or_renamed_is_in_no_pair() {
    var one = add("\"name\": \"Ada Lovelace\"");
    var other = add("\"name\": \"Ada Lovelace\"");
    api().delete("/v1/contacts/" + one).then().statusCode(204);
    get("/v1/duplicates").body("items", empty());
    post("/v1/contacts/" + one + "/restoration", "").statusCode(200);
    get("/v1/duplicates").body("items", hasSize(1));
    String merge =
        post("/v1/contacts/%s/merge".formatted(one), "{\"contactId\": \"%s\"}".formatted(other))
            .statusCode(201)
            .extract()
            .path("id");
    get("/v1/duplicates").body("items", empty());
    post("/v1/merges/" + merge + "/undo", "").statusCode(200);
    get("/v1/duplicates").body("items", hasSize(1));
    patch("/v1/contacts/" + one, "{\"name\": \"Bob\"}").statusCode(200);
    get("/v1/duplicates").body("items", empty());
  }

  @Test
  void pairs_come_in_parts_each_once_the_last_added_first() {
    var ids = new ArrayList<String>();
    for (var n = 0; n < 4; n++) {
      ids.add(add("\"name\": \"N%d\", \"emails\": [\"one@example.org\"]".formatted(n)));
    }
    var pairs = new ArrayList<List<String>>();
    var query = "";
    do {
      var page = get("/v1/duplicates?limit=2" + query).statusCode(200).extract().jsonPath();
      pairs.addAll(page.getList("items.contacts.id"));
      var next = page.getString("nextCursor");
      query = next == null ? null : "&cursor=" + next;
    } while (query != null);

    assertThat(pairs)
        .containsExactly(
            List.of(ids.get(2), ids.get(3)),
            List.of(ids.get(1), ids.get(3)),
            List.of(ids.get(0), ids.get(3)),
            List.of(ids.get(1), ids.get(2)),
            List.of(ids.get(0), ids.get(2)),
            List.of(ids.get(0), ids.get(1)));
  }

  private String add(String fields) {
    return post("/v1/contacts", "{" + fields + "}").statusCode(201).extract().path("id");
  }

  private static String named(String name, String organisation) {
    return "\"name\": \""
        + name
        + "\""
        + (organisation == null ? "" : ", \"organisation\": \"" + organisation + "\"");
  }
}
