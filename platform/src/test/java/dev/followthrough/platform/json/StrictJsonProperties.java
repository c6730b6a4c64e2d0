package dev.followthrough.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.followthrough.platform.problem.ProblemException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in is bound or refused in words; nothing else is ever thrown. */
class StrictJsonProperties {

  record Part(@NotBlank @Size(max = 5) String word, Integer number) {}

  record Whole(
      @Size(max = 10) String text,
      Instant at,
      UUID id,
      Boolean yes,
      Double much,
      Part part,
      @Size(max = 3) List<Part> parts,
      Map<String, String> notes) {}

  private static final StrictJson JSON =
      new StrictJson(
          PlainJson.configure(new ObjectMapper().registerModule(new JavaTimeModule())),
          Validation.buildDefaultValidatorFactory().getValidator());

  @Property
  void bytes_of_any_kind_are_bound_or_refused(@ForAll byte[] bytes) {
    bindOrRefuse(bytes);
  }

  @Property
  void json_of_any_shape_is_bound_or_refused(@ForAll("bodies") String body) {
    bindOrRefuse(body.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> bodies() {
    var names = Arbitraries.of("text", "at", "id", "yes", "much", "part", "parts", "notes", "x");
    var values =
        Arbitraries.of(
            "null",
            "true",
            "1",
            "-1.5e300",
            "1e999",
            "\"\"",
            "\"a\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "{\"word\": 1}",
            "{\"word\": \"toolong\", \"number\": 1e5}",
            "\"2026-01-01T00:00:00Z\"",
            "{\"a\": null}",
            "[[[]]]",
            "99999999999999999999999");
    return names
        .flatMap(name -> values.map(value -> "\"" + name + "\": " + value))
        .list()
        .ofMaxSize(8)
        .map(fields -> "{" + String.join(",", fields) + "}");
  }

  private static void bindOrRefuse(byte[] bytes) {
    try {
      var tree = JSON.parse(bytes);
      if (tree != null) {
        Whole _ = JSON.bind(tree, Whole.class);
      }
    } catch (ProblemException e) {
      assertThat(e.type().status()).isEqualTo(400);
      assertThat(e.errors()).isNotEmpty();
    }
  }
}
