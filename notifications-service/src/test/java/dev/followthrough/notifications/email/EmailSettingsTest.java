package dev.followthrough.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.MailScene;
import dev.followthrough.notifications.testing.SettableTransportTime;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where mails go: nowhere, until the reader of the address has said the code mailed to it. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class EmailSettingsTest extends MailScene {

  @Inject SettableTransportTime transportTime;
  @Inject Owners owners;
  @Inject Mailboxes mailboxes;

  @Test
  void by_default_there_is_no_mail_and_putting_an_address_says_so() {
    smtp.off();

    owner
        .get("/v1/email-settings")
        .statusCode(200)
        .body("available", is(false))
        .body("status", equalTo("none"))
        .body("address", nullValue());
    putAddress().statusCode(409).body("type", equalTo("/problems/email-not-configured"));
    sayCode("7KQF-2MXD").statusCode(409).body("type", equalTo("/problems/email-not-configured"));
    assertThat(status()).isEqualTo("none");
  }

  @Test
  void an_address_is_confirmed_by_the_code_that_is_mailed_to_it() {
    putAddress()
        .statusCode(200)
        .body("available", is(true))
        .body("status", equalTo("unconfirmed"))
        .body("address", equalTo(address))
        .body("reminders", is(true))
        .body("digests", is(true))
        .body("confirmBefore", notNullValue());
    var mail = awaitMails(1).getFirst();
    assertThat(header(mail, "From")).isEqualTo("reminders@followthrough.example");
    assertThat(header(mail, "Subject")).isEqualTo("Your confirmation code");
    assertThat(header(mail, "List-Unsubscribe")).isNull();
    assertThat(html(mail)).contains(codeIn(mail));
    assertThat(owner.get("/v1/email-settings").extract().asString()).doesNotContain(codeIn(mail));

    sayCode(codeIn(mail).toLowerCase(java.util.Locale.ROOT).replace("-", " "))
        .statusCode(200)
        .body("status", equalTo("confirmed"))
        .body("confirmBefore", nullValue());

    assertThat(status()).isEqualTo("confirmed");
  }

  @Test
  void putting_it_again_mails_nothing_and_changes_what_is_wanted() {
    putAddress().statusCode(200);
    putAddress().statusCode(200);
    sayCode(codeIn(awaitMails(1).getFirst())).statusCode(200);

    put("{\"address\": \"%s\", \"reminders\": false}".formatted(address))
        .statusCode(200)
        .body("status", equalTo("confirmed"))
        .body("reminders", is(false));

    owner.get("/v1/email-settings").body("reminders", is(false)).body("digests", is(true));
    assertThat(mails()).hasSize(1);
  }

  @Test
  void another_address_is_confirmed_anew() {
    confirm();
    var other = "other." + address;

    put("{\"address\": \"%s\"}".formatted(other))
        .statusCode(200)
        .body("status", equalTo("unconfirmed"));

    digest(today(), "Not for who has not said that they want it");
    org.awaitility.Awaitility.await().until(() -> mailsTo(other).size() == 1);
    sayCode(codeIn(mailsTo(other).getFirst())).statusCode(200);
    assertThat(mails()).hasSize(1);
    assertThat(mailsTo(other)).hasSize(1);
  }

  @Test
  void after_five_wrong_codes_the_right_one_counts_no_more() {
    putAddress().statusCode(200);
    var code = codeIn(awaitMails(1).getFirst());
    for (var left = 4; left >= 0; left--) {
      sayCode("0000-0000")
          .statusCode(422)
          .body("type", equalTo("/problems/wrong-confirmation-code"))
          .body("detail", startsWith(left + " tries"));
    }

    sayCode(code).statusCode(409).body("type", equalTo("/problems/nothing-to-confirm"));

    putAddress().statusCode(200);
    var next = codeIn(awaitMails(2).getLast());
    assertThat(next).isNotEqualTo(code);
    sayCode(next).statusCode(200);
  }

  @Test
  void a_repeat_under_the_same_key_gets_the_same_answer_and_burns_no_try() {
    putAddress().statusCode(200);
    var said = "{\"code\": \"%s\"}".formatted(codeIn(awaitMails(1).getFirst()));
    var key = java.util.UUID.randomUUID().toString();
    var first = say(key, said).statusCode(200).extract().asString();
    owner.delete("/v1/email-settings").statusCode(204);

    assertThat(say(key, said).statusCode(200).extract().asString()).isEqualTo(first);
    say("another", said).statusCode(409);
  }

  @Test
  void a_wrong_code_is_no_answer_that_is_kept_for_its_key() {
    putAddress().statusCode(200);
    var wrong = "{\"code\": \"0000-0000\"}";
    say("one", wrong).statusCode(422).body("detail", startsWith("4 tries"));
    say("one", wrong).statusCode(422).body("detail", startsWith("3 tries"));
  }

  private io.restassured.response.ValidatableResponse say(String key, String body) {
    return owner
        .request()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/email-settings/confirmation")
        .then();
  }

  @Test
  void a_code_counts_for_a_day() {
    putAddress().statusCode(200);
    var code = codeIn(awaitMails(1).getFirst());

    transportTime.advance(Duration.ofHours(24));

    sayCode(code).statusCode(409).body("type", equalTo("/problems/nothing-to-confirm"));
  }

  @Test
  void five_codes_are_mailed_within_a_day_to_whatever_addresses() {
    for (var i = 0; i < 5; i++) {
      put("{\"address\": \"%d.%s\"}".formatted(i, address)).statusCode(200);
      owner.delete("/v1/email-settings").statusCode(204);
    }

    putAddress()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("/problems/too-many-confirmation-codes"));
    assertThat(status()).isEqualTo("none");

    transportTime.advance(Duration.ofHours(24));
    putAddress().statusCode(200);
  }

  @Test
  void an_address_that_was_removed_gets_nothing_more() {
    confirm();
    owner.delete("/v1/email-settings").statusCode(204);

    digest(today(), "Send the article");

    owner.get("/v1/email-settings").body("status", equalTo("none")).body("address", nullValue());
    sayCode("7KQF-2MXD").statusCode(409);
    assertThat(mails()).hasSize(1);
  }

  @Test
  void what_is_no_address_is_refused_by_name() {
    for (var bad :
        new String[] {
          "ada",
          "ada@",
          "@example.org",
          "a b@example.org",
          "ada@localhost",
          "ada@exa_mple.org",
          "\\u00e4da@example.org",
          "ada@example.org, ben@example.org",
          "ada@[127.0.0.1]",
          "ada..l@example.org",
          "ada@127.0.0.1"
        }) {
      put("{\"address\": \"%s\"}".formatted(bad))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/address"))
          .body("errors[0].rule", equalTo("email"));
    }
    put("{\"address\": \"ada@example.org\\r\\nBcc: ben@example.org\"}").statusCode(400);
  }

  @Test
  void an_international_domain_is_kept_in_ascii() {
    put("{\"address\": \"Ada@B\\u00fccher.example\"}")
        .statusCode(200)
        .body("address", equalTo("Ada@xn--bcher-kva.example"));
  }

  @Test
  void a_change_by_who_has_seen_an_older_state_is_refused() {
    var etag = owner.get("/v1/email-settings").extract().header("ETag");
    putAddress().statusCode(200);

    owner
        .request()
        .header("If-Match", etag)
        .body("{\"address\": \"%s\"}".formatted(address))
        .put("/v1/email-settings")
        .then()
        .statusCode(412);
  }

  @Test
  void nobody_says_anothers_code() {
    putAddress().statusCode(200);
    var code = codeIn(awaitMails(1).getFirst());

    Client.ofNewOwner()
        .post("/v1/email-settings/confirmation", "{\"code\": \"%s\"}".formatted(code))
        .statusCode(409);

    assertThat(status()).isEqualTo("unconfirmed");
  }

  @Test
  void so_many_mails_an_hour_and_the_next_when_the_hour_is_over() {
    confirm();
    owners.act(
        owner.owner(),
        () -> {
          var from = time.now().plus(Duration.ofHours(2));
          for (var i = 0; i < 3; i++) {
            assertThat(mailboxes.count(from.plusSeconds(i), 3)).isEmpty();
          }
          assertThat(mailboxes.count(from.plusSeconds(9), 3).orElseThrow())
              .isCloseTo(
                  from.plus(Duration.ofHours(1)),
                  org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));
          assertThat(mailboxes.count(from.plus(Duration.ofHours(1)).plusMillis(1), 3)).isEmpty();
        });
  }
}
