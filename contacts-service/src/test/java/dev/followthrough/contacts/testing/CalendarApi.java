package dev.followthrough.contacts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Calendar files to and from an owner who knows Ada and Charles, on 10 March 2026. */
public abstract class CalendarApi extends ContactsApi {

  protected static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  protected String ada;
  protected String charles;

  @BeforeEach
  void somePeople() {
    time.freeze(NOW);
    ada = contact("Ada Lovelace", "Ada@example.org");
    charles = contact("Charles Babbage", "charles@EXAMPLE.org");
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\"}").statusCode(200);
  }

  protected String contact(String name, String email) {
    return post("/v1/contacts", "{\"name\": \"%s\", \"emails\": [\"%s\"]}".formatted(name, email))
        .statusCode(201)
        .extract()
        .path("id");
  }

  protected ValidatableResponse importFile(String name) {
    return importText(file(name));
  }

  protected ValidatableResponse importText(String text) {
    return importText("/v1/calendar-imports", text);
  }

  protected ValidatableResponse importText(String path, String text) {
    return importBytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  protected ValidatableResponse importBytes(String path, byte[] bytes) {
    return api().contentType("text/calendar").body(bytes).post(path).then();
  }

  /** One event with these lines, in a file. */
  protected static String event(String... lines) {
    return calendar("BEGIN:VEVENT", String.join("\r\n", lines), "END:VEVENT");
  }

  protected static String calendar(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n%s\r\nEND:VCALENDAR\r\n"
        .formatted(String.join("\r\n", lines));
  }

  public static String file(String name) {
    try (var in = CalendarApi.class.getResourceAsStream("/calendar/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected List<String> starts() {
    return api()
        .get("/v1/meetings?limit=200&status=scheduled")
        .jsonPath()
        .<String>getList("items.startsAt")
        .stream()
        .sorted()
        .toList();
  }

  protected String exported(String path) {
    var answer = api().accept("text/calendar").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return new String(answer.asByteArray(), StandardCharsets.UTF_8);
  }

  /** Without the folds, so that a line can be looked for. */
  protected static String unfolded(String text) {
    return text.replaceAll("\r\n[ \t]", "");
  }
}
