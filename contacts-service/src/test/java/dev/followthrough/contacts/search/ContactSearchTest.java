package dev.followthrough.contacts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: contacts are found by words and filters. */
@QuarkusTest
class ContactSearchTest extends ContactsApi {

  @BeforeEach
  void aNetwork() {
    add(
        """
        {"name": "Ada Lovelace", "organisation": "Analytical Engines GmbH", "role": "Analyst",
         "location": "London, UK", "tags": ["Engine Room"], "expertise": ["Algorithms for looms"],
         "needs": ["a printer"], "offers": ["an algorithm"], "likes": ["Bicycles"],
         "notes": [{"date": "2026-01-15", "text": "Allergic to walnuts"}],
         "caveats": [{"text": "gambles on horses", "date": "2026-01-16", "source": "own"}]}
        """);
    add(
        """
        {"name": "José Müller-Øster", "organisation": "Straße & Söhne", "location": "Köln",
         "tags": ["engine"], "offers": ["a printer"], "sharedInterests": ["bicycles"]}
        """);
    add("{\"name\": \"Charles Babbage\", \"role\": \"Engineer\", \"circle\": \"active\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lovelace              | Ada Lovelace",
        "LOVE                  | Ada Lovelace",
        "lov ada               | Ada Lovelace",
        "ada, lovelace!        | Ada Lovelace",
        "jose                  | José Müller-Øster",
        "JOSÉ                  | José Müller-Øster",
        "muller oster          | José Müller-Øster",
        "Strasse sohne         | José Müller-Øster",
        "loom                  | Ada Lovelace",
        "babbage engineer      | Charles Babbage",
        "analyst               | Ada Lovelace",
        "Lovelase              | Ada Lovelace",
        "Lovealce              | Ada Lovelace",
        "Babage                | Charles Babbage",
        "Charels Babbage       | Charles Babbage",
        "algorytms             | Ada Lovelace",
        "Jsoé                  | José Müller-Øster",
      })
  void words_are_found_begun_without_accents_and_mistyped(String words, String found) {
    assertThat(names("q=" + encoded(words))).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada Babbage", "zeppelin", "London", "ada lovelace xylophone"})
  void all_the_words_must_fit(String words) {
    assertThat(names("q=" + encoded(words))).isEmpty();
  }

  @Test
  void a_name_goes_before_a_role_and_a_role_before_a_topic() {
    var topic = add("{\"name\": \"Zoe\", \"likes\": [\"quartz\"]}");
    var name = add("{\"name\": \"Quartz\"}");
    var work = add("{\"name\": \"Yan\", \"organisation\": \"Quartz Ltd\"}");
    var typo = add("{\"name\": \"Quarz\"}");

    assertThat(ids("q=quartz")).containsExactly(name, work, topic, typo);
  }

  @Test
  void notes_and_caveats_are_searched_with_the_private_scope_only() {
    for (var words : List.of("walnuts", "gambles horses", "ada walnuts", "allergic lovelace")) {
      assertThat(names("q=" + encoded(words))).containsExactly("Ada Lovelace");
      find("contacts:read", "q=" + encoded(words)).statusCode(200).body("items.size()", equalTo(0));
    }
  }

  @Test
  void a_whole_word_of_a_note_goes_before_a_mistyped_name() {
    var noted =
        add("{\"name\": \"Bo\", \"notes\": [{\"date\": \"2026-01-15\", \"text\": \"Walberg\"}]}");
    var alike = add("{\"name\": \"Walbergh\"}");
    var mistyped = add("{\"name\": \"Wallberg\"}");

    assertThat(ids("q=walberg")).containsExactlyInAnyOrder(noted, alike, mistyped);
    assertThat(ids("q=walberg").getLast()).isEqualTo(mistyped);
  }

  @Test
  void digits_of_which_nothing_can_be_looked_for_find_nobody() {
    for (var kind : List.of("q", "need")) {
      assertThat(ids(kind + "=" + encoded("\u0663"))).isEmpty();
    }
  }

  @Test
  void more_words_than_a_dozen_are_refused() {
    find("contacts:read", "q=" + encoded("a b c d e f g h i j k l m n"))
        .statusCode(400)
        .body("errors[0].rule", equalTo("most-words"));
  }

  @Test
  void private_words_do_not_rank_for_a_client_without_the_scope() {
    var plain = add("{\"name\": \"Grace\", \"likes\": [\"walnuts\"]}");
    var secret =
        add(
            """
            {"name": "Rear Admiral", "likes": ["walnuts"],
             "notes": [{"date": "2026-01-15", "text": "walnuts walnuts walnuts"}]}
            """);
    var byName = "q=walnuts";

    var ranked = find("contacts:read", byName).extract();

    assertThat(ranked.jsonPath().getList("items.id", String.class)).containsExactly(secret, plain);
    assertThat(ids(byName)).hasSize(3);
    find("contacts:read", "q=admiral%20walnuts").body("items.id", contains(secret));
    patch("/v1/contacts/" + secret, "{\"likes\": []}").statusCode(200);
    find("contacts:read", byName).body("items.id", contains(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag=engine%20room               | Ada Lovelace",
        "tag=ENGINE                      | José Müller-Øster",
        "expertise=algorithms            | Ada Lovelace",
        "expertise=looms%20algorithms    | Ada Lovelace",
        "need=printer                    | Ada Lovelace",
        "offer=printer                   | José Müller-Øster",
        "city=london                     | Ada Lovelace",
        "city=UK                         | Ada Lovelace",
        "city=koln                       | José Müller-Øster",
        "circle=active                   | Charles Babbage",
        "q=bicycle&city=london           | Ada Lovelace",
        "q=engine&circle=acquaintance&need=printer | Ada Lovelace",
      })
  void filters_narrow_a_list_and_a_search(String filters, String found) {
    assertThat(names(filters)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tag=room", "need=print", "city=lon", "tag=engine&city=london", "circle=inner"})
  void filters_take_whole_words_and_all_must_fit(String filters) {
    assertThat(names(filters)).isEmpty();
  }

  @Test
  void a_tag_is_found_as_a_whole_with_all_its_signs_and_in_any_case() {
    var c = add("{\"name\": \"C\", \"tags\": [\"C\"]}");
    var plus = add("{\"name\": \"Plus\", \"tags\": [\"C++\", \"Ägäis\"]}");
    var sharp = add("{\"name\": \"Sharp\", \"tags\": [\"C#\", \"say \\\"hi\\\", {you}\"]}");
    var rocket = add("{\"name\": \"Rocket\", \"tags\": [\"\uD83D\uDE80\", \"engine-room\"]}");

    assertThat(ids("tag=c")).containsExactly(c);
    assertThat(ids("tag=" + encoded("c++"))).containsExactly(plus);
    assertThat(ids("tag=" + encoded("C#"))).containsExactly(sharp);
    assertThat(ids("tag=" + encoded("SAY \"HI\", {YOU}"))).containsExactly(sharp);
    assertThat(ids("tag=" + encoded("ÄGÄIS"))).containsExactly(plus);
    assertThat(ids("tag=agais")).isEmpty();
    assertThat(ids("tag=" + encoded("\uD83D\uDE80"))).containsExactly(rocket);
    assertThat(names("tag=" + encoded("Engine Room"))).containsExactly("Ada Lovelace");
    assertThat(ids("tag=" + encoded("Engine-Room"))).containsExactly(rocket);
    assertThat(ids("tag=" + encoded("%"))).isEmpty();
    find("tag=%20").statusCode(400).body("errors.pointer", contains("?tag"));
    patch("/v1/contacts/" + rocket, "{\"tags\": [\"rocket\"]}").statusCode(200);
    assertThat(ids("tag=" + encoded("\uD83D\uDE80"))).isEmpty();
  }

  @Test
  void who_moves_to_another_circle_is_found_there_alone() {
    var id = ids("circle=active").getFirst();
    patch("/v1/contacts/" + id, "{\"circle\": \"inner\"}").statusCode(200);

    assertThat(ids("circle=active")).isEmpty();
    assertThat(ids("circle=inner&q=babbage")).containsExactly(id);
    api().delete("/v1/contacts/" + id).then().statusCode(204);
    assertThat(ids("circle=inner")).isEmpty();
    assertThat(ids("circle=inner&removed=true")).containsExactly(id);
  }

  @Test
  void a_change_is_found_at_once_and_what_is_gone_is_not() {
    var id = ids("q=babbage").getFirst();
    patch("/v1/contacts/" + id, "{\"name\": \"Charles B.\", \"tags\": [\"tea\"]}").statusCode(200);

    assertThat(ids("q=babbage")).isEmpty();
    assertThat(ids("tag=tea")).containsExactly(id);
    api().delete("/v1/contacts/" + id).then().statusCode(204);
    assertThat(ids("tag=tea")).isEmpty();
    assertThat(ids("tag=tea&removed=true")).containsExactly(id);
  }

  @Test
  void last_touch_before_counts_who_never_had_one_from_when_they_were_added() {
    time.advance(Duration.ofDays(10));
    var late = contact("Late");
    var boundary = time.now().minus(Duration.ofDays(5));
    var ada = ids("q=lovelace").getFirst();
    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofHours(-2), ada)).statusCode(201);

    assertThat(names("lastTouchBefore=" + boundary))
        .containsExactly("Charles Babbage", "José Müller-Øster");
    assertThat(ids("lastTouchBefore=" + at(Duration.ofHours(-1))))
        .contains(ada)
        .doesNotContain(late);
  }

  @Test
  void a_ranked_search_is_listed_in_parts_stable_under_writes_and_bound_to_its_filters() {
    var made = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      made.addFirst(add("{\"name\": \"Zebra Number\", \"tags\": [\"herd\"]}"));
    }

    var first = get("/v1/contacts?q=zebra&limit=2").statusCode(200).extract().jsonPath();
    add("{\"name\": \"Zebra Latecomer\"}");
    var cursor = first.getString("nextCursor");
    var second = get("/v1/contacts?q=zebra&limit=2&cursor=" + cursor).extract().jsonPath();
    var third =
        get("/v1/contacts?q=zebra&limit=2&cursor=" + second.getString("nextCursor"))
            .extract()
            .jsonPath();

    var listed = new ArrayList<String>();
    List.of(first, second, third).forEach(part -> listed.addAll(part.getList("items.id")));
    assertThat(listed).containsSubsequence(made).doesNotHaveDuplicates();
    for (var other : List.of("q=zebr", "q=zebra&tag=herd", "tag=herd", "limit=2")) {
      get("/v1/contacts?" + other + "&cursor=" + cursor)
          .statusCode(400)
          .body("errors.rule", contains("cursor-belongs-to-other-filters"));
    }
  }

  @Test
  void another_owners_contacts_are_not_found() {
    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .get("/v1/contacts?q=lovelace&city=london")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "expertise", "need", "offer", "city"})
  void what_holds_neither_letter_nor_digit_is_refused(String filter) {
    for (var nothing : List.of("%21%21", "%20")) {
      find("%s=%s".formatted(filter, nothing))
          .statusCode(400)
          .body("errors.pointer", contains("?" + filter));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; drop table contact; --", "a:* | b & !c", "%L $$ \\\\ {x} %s", "a'b\"c"})
  void the_signs_of_query_languages_are_words_like_others(String words) {
    find("q=" + encoded(words)).statusCode(200);
    find("tag=" + encoded(words)).statusCode(200);
  }

  @Test
  void very_long_words_are_kept_and_found_by_their_beginning() {
    var word = "\uD835\uDCB3ﷺ".repeat(30) + "w".repeat(50);
    var id = add("{\"name\": \"%s\", \"likes\": [\"%s\"]}".formatted(word, "x".repeat(200)));

    assertThat(ids("q=xxxxxxxxxxxxxxxxxxxx")).containsExactly(id);
  }

  private String add(String body) {
    return post("/v1/contacts", body).statusCode(201).extract().path("id");
  }

  private List<String> ids(String query) {
    return find(query).statusCode(200).extract().jsonPath().getList("items.id");
  }

  private List<String> names(String query) {
    return find(query).statusCode(200).extract().jsonPath().getList("items.name");
  }

  private ValidatableResponse find(String query) {
    return find(Tokens.ALL_SCOPES, query);
  }

  private ValidatableResponse find(String scopes, String query) {
    return withScopes(scopes).urlEncodingEnabled(false).get("/v1/contacts?" + query).then();
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
