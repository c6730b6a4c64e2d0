package dev.followthrough.contacts.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.CalendarApi;
import dev.followthrough.platform.owner.Owners;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of calendar files goes with those whom it is about. */
@QuarkusTest
class CalendarErasureTest extends CalendarApi {

  @Inject AgroalDataSource database;
  @Inject Owners owners;

  @BeforeEach
  void files() {
    importFile("outlook.ics").body("scheduled", equalTo(2));
    importFile("apple.ics").body("scheduled", equalTo(1));
  }

  @Test
  void what_a_file_said_of_a_one_on_one_goes_with_the_contact_and_a_group_goes_on_without_them() {
    erase("{\"contactId\": \"%s\"}".formatted(ada));

    assertThat(rows("calendar_event")).isEqualTo(2);
    importFile("apple.ics").body("events.reason", contains("noContact"));
    importFile("outlook.ics").body("unchanged", equalTo(2)).body("scheduled", equalTo(0));
    get("/v1/meetings").body("items[0].contactIds", contains(charles));
    assertThat(exported("/v1/calendar")).contains("Charles Babbage").doesNotContain("Lovelace");
  }

  @Test
  void with_the_owner_everything_goes() {
    erase("{\"everything\": true}");

    assertThat(rows("calendar_event") + rows("calendar_zone")).isZero();
  }

  private void erase(String body) {
    assertThat(rows("calendar_event")).isEqualTo(3);
    assertThat(rows("calendar_zone")).isEqualTo(1);
    post("/v1/erasures", body).statusCode(202);
  }

  private long rows(String table) {
    return owners.act(
        ownerId(),
        () -> {
          try (var connection = database.getConnection();
              var statement = connection.prepareStatement("select count(*) from " + table);
              var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
