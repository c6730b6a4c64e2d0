package dev.followthrough.notifications.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import dev.followthrough.notifications.testing.MailScene;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The link in each mail: to read it changes nothing, to post to it ends the mails. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class UnsubscribeTest extends MailScene {

  @Inject AgroalDataSource database;

  private String link() {
    confirm();
    digest(today(), "Send the article");
    var header = header(awaitMails(2).getLast(), "List-Unsubscribe");
    return header.substring(header.indexOf("/v1/"), header.length() - 1);
  }

  @Test
  void one_click_ends_the_mails_without_a_login() {
    var link = link();

    given()
        .contentType("application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click")
        .post(link)
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .body(containsString("No reminders and no digests"));

    assertThat(status()).isEqualTo("unsubscribed");
    reminder("Ada");
    digest(today().plusDays(1), "Read the book");
    assertThat(mails()).hasSize(2);
    // again is no news
    given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
  }

  @Test
  void who_looks_at_the_link_sees_a_button_and_changes_nothing() {
    var link = link();

    given()
        .get(link)
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Referrer-Policy", "no-referrer")
        .body(containsString("<form method=\"post\"><button type=\"submit\">"));

    given().head(link).then().statusCode(200);
    assertThat(status()).isEqualTo("confirmed");
  }

  @Test
  void who_unsubscribed_is_asked_before_anything_is_mailed_again() {
    given().post(link()).then().statusCode(200);

    putAddress().statusCode(200);
    assertThat(status()).isEqualTo("unconfirmed");
    digest(today().plusDays(1), "Not yet");

    sayCode(codeIn(awaitMails(3).getLast())).statusCode(200);
    digest(today().plusDays(2), "Read the book");
    assertThat(text(awaitMails(4).getLast())).contains("Read the book");
  }

  @Test
  void a_link_is_followed_so_many_times_a_minute() {
    var unknown = "/v1/email-unsubscriptions/" + "x".repeat(43);
    var answer = given().get(unknown);
    // one comes back each half second
    for (var i = 0; i < 500 && answer.statusCode() == 404; i++) {
      answer.then().header("RateLimit", notNullValue());
      answer = given().get(unknown);
    }

    answer.then().statusCode(429).header("Retry-After", notNullValue());
  }

  @Test
  void a_link_of_an_address_that_is_no_more_ends_nothing() {
    var old = link();
    owner.delete("/v1/email-settings").statusCode(204);

    given().get(old).then().statusCode(404).contentType("application/problem+json");
    given().post(old).then().statusCode(404);
    confirmAgain();
    given().post(old).then().statusCode(404);

    assertThat(status()).isEqualTo("confirmed");
  }

  @Test
  void whose_mails_a_link_ends_can_be_asked_for_one_link_but_not_listed() throws SQLException {
    var token = link().substring("/v1/email-unsubscriptions/".length());
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(inOneRow(connection, token)).isEqualTo(owner.owner());
      assertThat(inOneRow(connection, "x".repeat(43))).isNull();
      statement.execute("select set_config('app.owner', '" + UUID.randomUUID() + "', true)");
      assertThat(statement.executeUpdate("delete from unsubscribe_token")).isZero();
      try (var result = statement.executeQuery("select count(*) from unsubscribe_token")) {
        result.next();
        assertThat(result.getLong(1)).isZero();
      }
      connection.rollback();
    }
    given().get("/v1/email-unsubscriptions/" + token).then().statusCode(200);
  }

  private static Object inOneRow(Connection connection, String token) throws SQLException {
    try (var statement = connection.prepareStatement("select mails_ended_by(?)")) {
      statement.setBytes(1, RandomToken.hash(token));
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getObject(1);
      }
    }
  }

  private void confirmAgain() {
    putAddress().statusCode(200);
    sayCode(codeIn(awaitMails(3).getLast())).statusCode(200);
  }
}
