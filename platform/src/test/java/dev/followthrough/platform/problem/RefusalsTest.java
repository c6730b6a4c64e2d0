package dev.followthrough.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new SQLException("serialization", "40001"), Problems.CONFLICT),
        Arguments.of(new SQLException("deadlock", "40P01"), Problems.CONFLICT),
        Arguments.of(new OptimisticLockException(), Problems.CONFLICT),
        Arguments.of(new SQLException("connection", "08006"), Problems.UNAVAILABLE),
        Arguments.of(new SQLException("shutdown", "57P01"), Problems.UNAVAILABLE),
        Arguments.of(
            new SQLException("Sorry, acquisition timeout!".replace("acq", "Acq")),
            Problems.UNAVAILABLE),
        Arguments.of(new ConnectException(), Problems.UNAVAILABLE),
        Arguments.of(new TimeoutException("broker"), Problems.UNAVAILABLE),
        Arguments.of(new AuthenticationFailedException(), Problems.UNAUTHENTICATED),
        Arguments.of(Problems.TOO_LARGE.because("x"), Problems.TOO_LARGE),
        Arguments.of(new SQLException("syntax", "42601"), Problems.INTERNAL),
        Arguments.of(new IllegalStateException("select * from secret"), Problems.INTERNAL));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_told_as_what_it_is_however_deep_it_lies(Throwable fault, ProblemType type) {
    var wrapped = new IllegalStateException("wrapped", new RuntimeException(fault));
    assertThat(Refusals.of(wrapped, true).type()).isEqualTo(type);
    assertThat(Refusals.of(fault, true).getMessage()).doesNotContain("select");
  }

  @Test
  void what_passes_says_when_to_come_back() {
    var problem = Refusals.of(new SQLException("connection", "08006"), false);
    assertThat(problem.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void a_document_shows_no_half_characters_and_no_endless_words() {
    var problem = Problems.invalid("/\ud800", "characters", "x".repeat(100_000));
    var document = new String(ProblemDocument.of(problem, "/\u0000"), StandardCharsets.UTF_8);
    assertThat(document).hasSizeLessThan(1_500).contains("/\ufffd");
  }
}
