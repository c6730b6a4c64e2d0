package dev.followthrough.commitments.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.ReliabilityState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of promises through the API beside a model of C1 and C2 that knows only what was
 * done: at every instant asked for, now and in the past, the service answers what the model
 * reckons.
 */
@QuarkusTest
class AnyHistoryTest extends Network {

  /** What the model remembers: k, and when it closed. */
  private record Deed(boolean kept, int weight, Instant at) {}

  private record Mark(int value, Instant at) {}

  private final List<Deed> deeds = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Map<Instant, JsonPath> answers = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_service_answers_what_the_model_reckons(long seed) {
    var random = new Random(seed);
    var meetings = 2 + random.nextInt(4);
    for (var i = 0; i < meetings; i++) {
      play(random);
      time.advance(Duration.ofMillis(1 + random.nextLong(Duration.ofDays(90).toMillis())));
      check(time.now(), standing());
      answers.put(time.now(), standing());
    }
    time.advance(Duration.ofDays(30));
    // the same evidence, and the instant asked for: the same answer as it was given then
    answers.forEach(
        (asOf, answer) -> {
          var again = standing("?asOf=" + asOf);
          assertThat(again.getMap("")).isEqualTo(answer.getMap(""));
          check(asOf, again);
        });
  }

  private void play(Random random) {
    // the meeting ended an hour ago: after what has been asked for
    time.advance(Duration.ofHours(2));
    var agreement = world.meets(ada);
    var complex = random.nextBoolean();
    var id = promisedBy(agreement, ada.contactId(), complex ? ", \"complexity\": \"complex\"" : "");
    var weight = complex ? 2 : 1;
    switch (random.nextInt(5)) {
      case 0 -> keep(id, weight, random);
      case 1 -> {
        keep(id, weight, random);
        time.advance(Duration.ofMinutes(random.nextInt(1000)));
        world.post(id, "assessment", "{\"value\": " + (1 + random.nextInt(5)) + "}");
        var given = world.client().get("/v1/commitments/" + id + "/assessment").jsonPath();
        marks.add(new Mark(given.getInt("items[0].value"), time.now()));
      }
      case 2 -> {
        time.freeze(agreement.dueAt().plusSeconds(1 + random.nextInt(9)));
        deeds.add(new Deed(false, weight, agreement.dueAt()));
      }
      case 3 -> {
        // late: a miss it was, and a miss it stays
        time.freeze(agreement.dueAt().plusSeconds(1));
        delivers(id, ada.contactId());
        deeds.add(new Deed(false, weight, agreement.dueAt()));
      }
      default -> {
        time.freeze(agreement.dueAt().plus(Duration.ofDays(2)));
        var arrived = agreement.dueAt().minusSeconds(random.nextInt(60));
        world.post(id, "attestation", "{\"happenedAt\": \"" + arrived + "\"}").statusCode(200);
        deeds.add(new Deed(true, weight, arrived));
      }
    }
  }

  private void keep(UUID id, int weight, Random random) {
    time.advance(Duration.ofMinutes(random.nextInt(9000)));
    delivers(id, ada.contactId());
    deeds.add(new Deed(true, weight, time.now()));
  }

  private void check(Instant asOf, JsonPath standing) {
    double r = sum(true, asOf);
    double s = sum(false, asOf);
    var then = deeds.stream().filter(deed -> !deed.at().isAfter(asOf)).toList();
    assertThat(standing.getInt("reliability.kept"))
        .isEqualTo((int) then.stream().filter(Deed::kept).count());
    assertThat(standing.getInt("reliability.missed"))
        .isEqualTo((int) then.stream().filter(deed -> !deed.kept()).count());
    assertThat(standing.getDouble("reliability.weight")).isEqualTo(shown(r + s));
    var state = ReliabilityState.valueOf(constant(standing.getString("reliability.state")));
    assertThat(state == ReliabilityState.TESTED).isEqualTo(r + s >= .25);
    if (state == ReliabilityState.TESTED) {
      assertThat(standing.getDouble("reliability.estimate"))
          .isEqualTo(shown((r + 1) / (r + s + 2)));
    }
    var given = marks.stream().filter(mark -> !mark.at().isAfter(asOf)).toList();
    if (given.isEmpty()) {
      assertThat(standing.getMap("")).doesNotContainKey("quality");
    } else {
      double weights = given.stream().mapToDouble(mark -> faded(mark.at(), asOf, 180)).sum();
      double sum =
          given.stream().mapToDouble(mark -> mark.value() * faded(mark.at(), asOf, 180)).sum();
      assertThat(standing.getDouble("quality")).isEqualTo(shown((6 + sum) / (2 + weights)));
    }
  }

  private double sum(boolean kept, Instant asOf) {
    return deeds.stream()
        .filter(deed -> deed.kept() == kept && !deed.at().isAfter(asOf))
        .mapToDouble(deed -> deed.weight() * faded(deed.at(), asOf, 180))
        .sum();
  }

  private static double faded(Instant at, Instant asOf, double halfLife) {
    double days = Duration.between(at, asOf).toMillis() / 86_400_000.0;
    return Math.exp(-Math.log(2) * days / halfLife);
  }

  private static double shown(double figure) {
    return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private static String constant(String name) {
    return name.equals("untestedLately")
        ? "UNTESTED_LATELY"
        : name.toUpperCase(java.util.Locale.ROOT);
  }
}
