package dev.followthrough.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of each event type as it goes over the wire. A golden file that has to be changed,
 * rather than gain a field, is a breaking change for those who consume it.
 */
class GoldenEventsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** The rules of the wire: RFC 3339, absent instead of null, unknown fields ignored. */
  private static final JsonMapper WIRE =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  static Stream<EventCatalogue.Entry> entries() {
    return EventCatalogue.all().stream();
  }

  @Test
  void there_is_one_golden_file_for_each_event_type_and_none_besides() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      var golden = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

      assertThat(golden)
          .isEqualTo(entries().map(entry -> entry.type() + ".json").collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void an_event_is_read_and_written_as_its_golden_file_says(EventCatalogue.Entry entry)
      throws IOException {
    var golden = golden(entry);

    var event = WIRE.treeToValue(golden, entry.record());

    assertThat(WIRE.readTree(WIRE.writeValueAsString(event))).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_field_of_a_newer_publisher_is_ignored_wherever_it_stands(EventCatalogue.Entry entry)
      throws IOException {
    var event = WIRE.treeToValue(golden(entry), entry.record());

    var newer = golden(entry);
    addUnknown(newer);

    assertThat(WIRE.treeToValue(newer, entry.record())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void an_event_says_by_whom_it_is_published_and_what_it_is_about(EventCatalogue.Entry entry)
      throws IOException {
    var event = WIRE.treeToValue(golden(entry), entry.record());

    assertThat(EventCatalogue.typeOf(event)).isEqualTo(entry.type());
    assertThat(EventCatalogue.recordOf(entry.type())).contains(entry.record());
    assertThat(event.subject()).matches("profile|owner|next-actions|digest|[a-z-]+/[0-9a-f-]{36}");
    assertThat(entry.publishers()).isNotEmpty();
  }

  @Test
  void why_no_agreement_opens_has_its_words() throws IOException {
    assertThat(WIRE.writeValueAsString(NoAgreement.values()))
        .isEqualTo("[\"event\",\"practiceOff\",\"weekPassed\"]");
  }

  @Test
  void an_unknown_type_has_no_record() {
    assertThat(EventCatalogue.recordOf("contact.teleported")).isEmpty();
  }

  private static JsonNode golden(EventCatalogue.Entry entry) throws IOException {
    return WIRE.readTree(Files.readString(GOLDEN.resolve(entry.type() + ".json")));
  }

  private static void addUnknown(JsonNode node) {
    node.forEach(GoldenEventsTest::addUnknown);
    if (node instanceof ObjectNode object) {
      object.put("ofANewerVersion", "ignored");
    }
  }
}
