package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A1: whoever has an e-mail address is found by it. */
@QuarkusTest
class EmailLookUpTest extends ContactsApi {

  @Inject ContactAddresses addresses;
  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void a_sender_is_found_by_the_whole_address_letter_case_aside() {
    var ada = with("Ada", "Ada.Lovelace@Example.com", "ada@engine.example");
    with("Bob", "bob@example.com");

    found("ada.lovelace@EXAMPLE.com").body("items.id", contains(ada)).body("$", noMore());
    found("ada@engine.example").body("items.id", contains(ada));
    found("lovelace@example.com").body("items", empty());
    found("nobody@example.com").body("items", empty());
  }

  @Test
  void an_address_that_several_have_lists_them_in_parts_the_newest_first() {
    var first = with("Ada", "office@example.com");
    var second = with("Bob", "Office@example.com");
    var third = with("Cy", "office@example.com");

    var part =
        get("/v1/contacts?limit=2&email=office@example.com")
            .body("items.id", contains(third, second));

    get("/v1/contacts?limit=2&email=office@example.com&cursor=" + part.extract().path("nextCursor"))
        .body("items.id", contains(first))
        .body("$", noMore());
  }

  @Test
  void a_new_address_takes_the_place_of_the_old_one() {
    var ada = with("Ada", "ada@example.com");

    patch("/v1/contacts/" + ada, "{\"emails\": [\"ada@engine.example\"]}").statusCode(200);

    found("ada@example.com").body("items", empty());
    found("ada@engine.example").body("items.id", contains(ada));
  }

  @Test
  void a_removed_contact_is_found_among_the_removed_only() {
    var ada = with("Ada", "ada@example.com");
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    found("ada@example.com").body("items", empty());
    found("ada@example.com&removed=true").body("items.id", contains(ada));
  }

  @Test
  void another_owners_contact_is_not_found() {
    with("Ada", "ada@example.com");

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .get("/v1/contacts?email=ada@example.com")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void what_is_no_address_or_comes_with_another_filter_is_refused() {
    get("/v1/contacts?email=ada").statusCode(400).body("errors[0].pointer", equalTo("?email"));
    get("/v1/contacts?email=ada@example.com&tag=a")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?email"))
        .body("errors[0].rule", equalTo("alone"));
  }

  @Test
  void an_address_is_looked_up_by_index_alone() throws SQLException {
    with("Ada", "ada@example.com");
    crowd();

    owners.act(
        ownerId(),
        () -> {
          var whole = scans("seq_scan");
          var byIndex = scans("idx_scan");
          assertThat(addresses.find("Ada@example.com", false, null, 51)).hasSize(1);
          assertThat(scans("seq_scan")).as("scans of a whole table").isEqualTo(whole);
          assertThat(scans("idx_scan")).as("looks at indexes").isGreaterThan(byIndex);
        });
  }

  private void crowd() throws SQLException {
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var superuser = DriverManager.getConnection(url);
        var insert =
            superuser.prepareStatement(
                """
                insert into contacts.contact (owner_id, id, version, name, practice_off, details,
                  private_notes, created_at, changed_at)
                select case when n % 4 = 0 then ?::uuid else gen_random_uuid() end,
                  gen_random_uuid(), 0, 'x', false,
                  jsonb_build_object('name', 'x', 'emails', jsonb_build_array(n || '@example.com')),
                  '{}', now(), now()
                from generate_series(1, 2000) n
                """)) {
      insert.setString(1, ownerId().toString());
      insert.executeUpdate();
      try (var statement = superuser.createStatement()) {
        statement.execute("analyze contacts.contact, contacts.contact_address");
      }
    }
  }

  private long scans(String kind) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select coalesce(sum(%s), 0) from pg_stat_xact_user_tables
                    where schemaname = 'contacts' and relname in ('contact', 'contact_address')
                    """
                        .formatted(kind))
                .getSingleResult())
        .longValue();
  }

  private ValidatableResponse found(String email) {
    return get("/v1/contacts?email=" + email).statusCode(200);
  }

  private static org.hamcrest.Matcher<java.util.Map<? extends String, ?>> noMore() {
    return not(hasKey("nextCursor"));
  }

  private String with(String name, String... emails) {
    return post(
            "/v1/contacts",
            "{\"name\": \"%s\", \"emails\": [\"%s\"], \"origin\": {\"kind\": \"work\"}}"
                .formatted(name, String.join("\", \"", emails)))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
