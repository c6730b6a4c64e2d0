package dev.followthrough.commitments.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked numbers of the guide are what the formulas give. */
class FiguresGuideTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");

  @Test
  void the_reliability_of_the_guide_is_that_of_the_formula() throws IOException {
    var rows = table("evidence, all of today");
    assertThat(rows).hasSize(3);
    for (var row : rows) {
      var figure = new Reliability(number(row.get(1)), number(row.get(2)), 0, 0);
      assertThat(shown(figure.estimate())).isEqualTo(row.get(3));
      assertThat(shown(figure.lower()) + " to " + shown(figure.upper())).isEqualTo(row.get(4));
    }
  }

  @Test
  void the_ratings_of_the_guide_are_those_of_the_formula() throws IOException {
    var rows = table("ratings of today");
    assertThat(rows).hasSize(2);
    for (var row : rows) {
      int times = row.getFirst().startsWith("one") ? 1 : 3;
      var mean = Ratings.mean(Collections.nCopies(times, new Ratings.Rating(5, NOW)), NOW);
      assertThat(shown(mean.orElseThrow())).isEqualTo(row.get(1));
    }
  }

  private static List<List<String>> table(String firstHeading) throws IOException {
    var lines = Files.readAllLines(Path.of("../docs/guides/figures.md"));
    int head = 0;
    while (!lines.get(head).startsWith("| " + firstHeading + " |")) {
      head++;
    }
    return lines.stream()
        .skip(head + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static String shown(double figure) {
    return "%.2f".formatted(figure);
  }
}
