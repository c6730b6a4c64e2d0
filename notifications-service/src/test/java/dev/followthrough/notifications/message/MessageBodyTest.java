package dev.followthrough.notifications.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MessageBodyTest {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void it_holds_type_timestamp_and_the_facts_with_a_sequence() {
    assertThat(MessageBody.render("contact.added", TIME, "{\"name\":\"Ada\"}", 12))
        .isEqualTo(
            "{\"type\":\"contact.added\",\"timestamp\":\"2026-03-01T12:00:00Z\","
                + "\"data\":{\"name\":\"Ada\",\"sequence\":12}}");
  }

  @Test
  void the_largest_reminder_there_can_be_fits_and_keeps_its_ids() throws Exception {
    var facts = JSON.createObjectNode();
    var open = facts.putArray("open");
    for (var i = 0; i < 22; i++) {
      var commitment = open.addObject().put("commitmentId", UUID.randomUUID().toString());
      commitment.put("text", "😀".repeat(1000)).put("receiver", UUID.randomUUID().toString());
      var by = commitment.putArray("by");
      var names = commitment.putArray("names");
      for (var person = 0; person < (i == 0 ? 20 : 2); person++) {
        by.add(UUID.randomUUID().toString());
        names
            .addObject()
            .put("contactId", UUID.randomUUID().toString())
            .put("name", "😀".repeat(100));
      }
    }

    var body = MessageBody.render("t", TIME, JSON.writeValueAsString(facts), 1);

    assertThat(body.getBytes(UTF_8).length).isLessThan(20_000);
    assertThat(JSON.readTree(body).path("data").path("open").path(3).path("receiver").asText())
        .isEqualTo(open.path(3).path("receiver").asText());
  }

  @Test
  void where_cutting_words_is_not_enough_the_ends_of_long_lists_go_too() throws Exception {
    var facts = JSON.createObjectNode();
    var planned = facts.putArray("touches");
    for (var i = 0; i < 1400; i++) {
      planned.addObject().put("contactId", UUID.randomUUID().toString()).put("on", "2026-03-30");
    }

    var body = MessageBody.render("t", TIME, JSON.writeValueAsString(facts), 1);

    assertThat(body.getBytes(UTF_8).length).isLessThan(20_000);
    var data = JSON.readTree(body).path("data");
    assertThat(data.path("shortened").asBoolean()).isTrue();
    assertThat(data.path("touches")).hasSizeGreaterThan(99);
    assertThat(data.path("touches").path(0)).isEqualTo(planned.path(0));
  }

  @Property(tries = 40)
  void it_stays_under_20_kB_whatever_the_words(
      @ForAll @IntRange(min = 1, max = 25) int items,
      @ForAll @IntRange(min = 0, max = 4000) int length)
      throws Exception {
    var facts = JSON.createObjectNode();
    var list = facts.putArray("open");
    for (var i = 0; i < items; i++) {
      list.addObject().put("text", "😀".repeat(length / 2)).put("id", "x".repeat(36));
    }

    var body = MessageBody.render("t", TIME, JSON.writeValueAsString(facts), 1);

    assertThat(body.getBytes(UTF_8).length).isLessThan(20_000);
    assertThat(new String(body.getBytes(UTF_8), UTF_8)).isEqualTo(body);
    var data = JSON.readTree(body).path("data");
    assertThat(data.path("open")).hasSize(items);
    assertThat(data.path("open").path(0).path("id").asText()).hasSize(36);
    assertThat(data.path("shortened").asBoolean())
        .isEqualTo(data.path("open").path(0).path("text").asText().endsWith("…"));
  }
}
