package dev.followthrough.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void work_is_a_child_of_the_trace_that_it_came_from() {
    var inside = TraceContext.within(GIVEN, TraceContext::current);
    assertThat(inside).startsWith(GIVEN.substring(0, 36)).endsWith("-01").isNotEqualTo(GIVEN);
    assertThat(TraceContext.current()).doesNotStartWith(GIVEN.substring(0, 36));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0-0-00",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void a_broken_traceparent_begins_a_new_trace(String broken) {
    assertThat(TraceContext.within(broken, TraceContext::current))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
  }
}
