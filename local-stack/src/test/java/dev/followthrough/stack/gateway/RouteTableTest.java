package dev.followthrough.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private RouteTable table;

  @BeforeEach
  void read() throws IOException {
    table =
        RouteTable.of(
            new ObjectMapper()
                .readTree(
                    """
                    {"paths": {
                      "/v1/contacts": {"x-service": "contacts", "get": {}, "post": {}},
                      "/v1/contacts/{id}": {"x-service": "contacts", "get": {}, "patch": {}},
                      "/v1/contacts/search": {"x-service": "commitments", "get": {}},
                      "/v1/contacts/{id}/standing": {"x-service": "commitments", "get": {}},
                      "/v1/feeds/{token}.ics": {"x-service": "notifications", "get": {}}
                    }}
                    """));
  }

  @Test
  void the_whole_path_and_the_method_decide_never_a_prefix() {
    assertThat(table.find("POST", "/v1/contacts")).isEqualTo(new Route.To("contacts"));
    assertThat(table.find("PATCH", "/v1/contacts/1")).isEqualTo(new Route.To("contacts"));
    assertThat(table.find("GET", "/v1/contacts/1/standing")).isEqualTo(new Route.To("commitments"));
    assertThat(table.find("GET", "/v1/contacts/1/other")).isEqualTo(new Route.Unknown());
    assertThat(table.find("GET", "/v1")).isEqualTo(new Route.Unknown());
  }

  @Test
  void a_literal_segment_wins_over_a_parameter() {
    assertThat(table.find("GET", "/v1/contacts/search")).isEqualTo(new Route.To("commitments"));
  }

  @Test
  void a_segment_may_hold_a_parameter_and_letters() {
    assertThat(table.find("GET", "/v1/feeds/abc.ics")).isEqualTo(new Route.To("notifications"));
    assertThat(table.find("GET", "/v1/feeds/abc")).isEqualTo(new Route.Unknown());
    assertThat(table.find("GET", "/v1/feeds/.ics")).isEqualTo(new Route.Unknown());
  }

  @Test
  void a_known_path_names_its_methods_and_head_goes_with_get() {
    assertThat(table.find("HEAD", "/v1/contacts")).isEqualTo(new Route.To("contacts"));
    assertThat(table.find("DELETE", "/v1/contacts"))
        .isInstanceOfSatisfying(
            Route.WrongMethod.class,
            wrong -> assertThat(wrong.allowed()).containsExactly("GET", "HEAD", "POST"));
  }

  @Test
  void tricks_with_segments_match_nothing() {
    for (String path :
        new String[] {
          "",
          "*",
          "/",
          "//v1/contacts",
          "/v1/contacts/",
          "/v1//contacts",
          "/v1/contacts/..",
          "/v1/./contacts"
        }) {
      assertThat(table.find("GET", path)).as(path).isEqualTo(new Route.Unknown());
    }
  }
}
