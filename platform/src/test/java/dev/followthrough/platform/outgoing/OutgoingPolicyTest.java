package dev.followthrough.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingPolicyTest {

  /** Spelling, and what becomes of it: its one spelling, or the rule that refuses it. */
  private static final String[] SPELLINGS = {
    // Plain names and addresses
    "https://example.org/hook",
    "https://example.org/hook",
    "https://example.org",
    "https://example.org/",
    "HTTPS://EXAMPLE.org/Hook?A=1",
    "https://example.org/Hook?A=1",
    "https://example.org?a=b",
    "https://example.org/?a=b",
    "https://example.org:443/",
    "https://example.org/",
    "https://a-b.c--d.example.org/~x/%C3%A9?q=1&r=a+b",
    "https://a-b.c--d.example.org/~x/%C3%A9?q=1&r=a+b",
    "https://example.org/@user:pw",
    "https://example.org/@user:pw",
    "https://example.org/a/../b/./c",
    "https://example.org/a/../b/./c",
    "https://8.8.8.8/",
    "https://8.8.8.8/",
    "https://[2606:4700:4700::1111]/",
    "https://[2606:4700:4700::1111]/",
    "https://[2606:4700:4700::AbCd]/",
    "https://[2606:4700:4700::abcd]/",
    // Internationalised names
    "https://bücher.example/",
    "https://xn--bcher-kva.example/",
    "https://BÜCHER.example/",
    "https://xn--bcher-kva.example/",
    "https://xn--bcher-kva.example/",
    "https://xn--bcher-kva.example/",
    "https://ｅｘａｍｐｌｅ.org/",
    "https://example.org/",
    "https://example。org/",
    "https://example.org/",
    "https://ⓔxample.org/",
    "https://example.org/",
    "https://faß.example/",
    "host-name",
    "https://ex\u200Dample.org/",
    "host-name",
    "https://exa\u202Emple.org/",
    "host-name",
    "https://example\u2024org/",
    "host-name",
    // Whole URLs only, of allowed schemes
    "",
    "absolute-url",
    "example.org/hook",
    "absolute-url",
    "//example.org/hook",
    "absolute-url",
    "/hook",
    "absolute-url",
    "https:example.org",
    "absolute-url",
    "https:/example.org",
    "absolute-url",
    "https:///example.org",
    "host-name",
    "http://example.org/",
    "allowed-scheme",
    "ftp://example.org/",
    "allowed-scheme",
    "file:///etc/passwd",
    "allowed-scheme",
    "gopher://example.org/",
    "allowed-scheme",
    "javascript:alert(1)",
    "absolute-url",
    "https+unix://example.org/",
    "allowed-scheme",
    // Characters
    " https://example.org/",
    "allowed-characters",
    "https://example.org/ ",
    "allowed-characters",
    "https://exam\tple.org/",
    "allowed-characters",
    "https://example.org/\r\nHost: inside",
    "allowed-characters",
    "https://example.org/\u0000",
    "allowed-characters",
    "https://example.org\\@127.0.0.1/",
    "allowed-characters",
    "https:\\\\example.org\\",
    "allowed-characters",
    "https://example\u00A0.org/",
    "allowed-characters",
    "https://example.org/\u0085",
    "allowed-characters",
    "https://example.org/\uD800",
    "allowed-characters",
    "https://example.org/é",
    "allowed-characters",
    "https://example.org/a%2",
    "allowed-characters",
    "https://example.org/a%zz",
    "allowed-characters",
    "https://example.org/<x>",
    "allowed-characters",
    "https://example.org/{id}",
    "allowed-characters",
    "https://example.org/#part",
    "no-fragment",
    "https://example.org#@127.0.0.1/",
    "no-fragment",
    // User names
    "https://user@example.org/",
    "no-userinfo",
    "https://user:pw@example.org/",
    "no-userinfo",
    "https://example.org@127.0.0.1/",
    "no-userinfo",
    "https://@example.org/",
    "no-userinfo",
    "https://a:b@c@example.org/",
    "no-userinfo",
    // Ports
    "https://example.org:8443/",
    "allowed-port",
    "https://example.org:22/",
    "allowed-port",
    "https://example.org:0/",
    "allowed-port",
    "https://example.org:/",
    "allowed-port",
    "https://example.org:0443/",
    "allowed-port",
    "https://example.org:65979/",
    "allowed-port",
    "https://example.org:99999999999/",
    "allowed-port",
    "https://example.org:-443/",
    "allowed-port",
    "https://example.org:+443/",
    "allowed-port",
    "https://example.org:443:443/",
    "allowed-port",
    "https://example.org:４４３/",
    "allowed-port",
    // Names that are none
    "https://.example.org/",
    "host-name",
    "https://example..org/",
    "host-name",
    "https://-example.org/",
    "host-name",
    "https://example-.org/",
    "host-name",
    "https://exa_mple.org/",
    "host-name",
    "https://*.example.org/",
    "host-name",
    "https://127%2e0%2e0%2e1/",
    "host-name",
    "https://exam%70le.org/",
    "host-name",
    "https://example.org,inside/",
    "host-name",
    "https://" + "a".repeat(64) + ".example/",
    "host-name",
    "https://" + "abcdefgh.".repeat(28) + "example/",
    "host-name",
    "https://example.org./",
    "no-trailing-dot",
    "https://127.0.0.1./",
    "no-trailing-dot",
    "https://localhost./",
    "no-trailing-dot",
    "https://example.org．/",
    "no-trailing-dot",
    "https://example.org/" + "a".repeat(2048),
    "max-length",
    // Addresses in odd spellings
    "https://2130706433/",
    "plain-ip-literal",
    "https://0x7f000001/",
    "plain-ip-literal",
    "https://0X7F.0.0.1/",
    "plain-ip-literal",
    "https://017700000001/",
    "plain-ip-literal",
    "https://0177.0.0.1/",
    "plain-ip-literal",
    "https://127.1/",
    "plain-ip-literal",
    "https://127.0.1/",
    "plain-ip-literal",
    "https://127.0.0.01/",
    "plain-ip-literal",
    "https://8.8.8.08/",
    "plain-ip-literal",
    "https://8.8.8.0x8/",
    "plain-ip-literal",
    "https://134744072/",
    "plain-ip-literal",
    "https://256.1.1.1/",
    "plain-ip-literal",
    "https://1.2.3.4.5/",
    "plain-ip-literal",
    "https://1..2.3/",
    "plain-ip-literal",
    "https://0/",
    "plain-ip-literal",
    "https://0x/",
    "plain-ip-literal",
    "https://example.1/",
    "plain-ip-literal",
    "https://１２７.０.０.１/",
    "plain-ip-literal",
    "https://127。0。0。1/",
    "plain-ip-literal",
    "https://⑧.8.8.8/",
    "plain-ip-literal",
    "https://8.8.8.8%00/",
    "host-name",
    "https://[::ffff:8.8.8.8]/",
    "plain-ip-literal",
    "https://[::ffff:808:808]/",
    "plain-ip-literal",
    "https://[::ffff:127.0.0.1]/",
    "plain-ip-literal",
    "https://[::127.0.0.1]/",
    "plain-ip-literal",
    "https://[64:ff9b::127.0.0.1]/",
    "plain-ip-literal",
    "https://[1:2:3]/",
    "plain-ip-literal",
    "https://[::1::]/",
    "plain-ip-literal",
    "https://[v1.a]/",
    "plain-ip-literal",
    "https://[]/",
    "plain-ip-literal",
    "https://[/",
    "plain-ip-literal",
    "https://[::1/",
    "plain-ip-literal",
    "https://[::1]x/",
    "plain-ip-literal",
    "https://[::1]443/",
    "plain-ip-literal",
    "https://[8.8.8.8]/",
    "plain-ip-literal",
    "https://::1/",
    "host-name",
    "https://[fe80::1%25eth0]/",
    "no-zone-id",
    "https://[2606:4700::1%eth0]/",
    "no-zone-id",
    // Addresses that are not public
    "https://127.0.0.1/",
    "public-address",
    "https://127.255.255.254/",
    "public-address",
    "https://10.0.0.1/",
    "public-address",
    "https://172.31.255.255/",
    "public-address",
    "https://192.168.1.1/",
    "public-address",
    "https://100.64.0.1/",
    "public-address",
    "https://169.254.169.254/latest/meta-data/",
    "public-address",
    "https://0.0.0.0/",
    "public-address",
    "https://255.255.255.255/",
    "public-address",
    "https://224.0.0.1/",
    "public-address",
    "https://[::]/",
    "public-address",
    "https://[::1]/",
    "public-address",
    "https://[0:0:0:0:0:0:0:1]/",
    "public-address",
    "https://[::7f00:1]/",
    "public-address",
    "https://[fe80::1]/",
    "public-address",
    "https://[fd00:ec2::254]/",
    "public-address",
    "https://[64:ff9b::7f00:1]/",
    "public-address",
    "https://[64:ff9b::808:808]/",
    "public-address",
    "https://[64:ff9b:1::a00:1]/",
    "public-address",
    "https://[2002:7f00:1::]/",
    "public-address",
    "https://[2001:0:7f00:1::1]/",
    "public-address",
    "https://[ff02::1]/",
    "public-address",
    "https://localhost/",
    "public-address",
    "https://LOCALHOST/",
    "public-address",
    "https://any.localhost/",
    "public-address",
  };

  static Stream<Arguments> spellings() {
    return IntStream.range(0, SPELLINGS.length / 2)
        .mapToObj(i -> Arguments.of(SPELLINGS[2 * i], SPELLINGS[2 * i + 1]));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void each_spelling_is_put_right_or_refused_by_its_rule(String spelling, String expected) {
    assertThat(outcome(Configured.policy(), spelling)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080/hook", "http://localhost:1/", "https://[::1]:8443/"})
  void a_self_hoster_can_allow_networks_schemes_and_ports(String url) {
    var policy =
        Configured.policy(
            "allowed-networks", "127.0.0.0/8, ::1/128", "schemes", "https,http", "ports", "*");

    assertThat(outcome(policy, url)).isEqualTo(url);
  }

  @Test
  void an_allowed_network_does_not_open_odd_spellings_of_it_nor_its_neighbours() {
    var policy = Configured.policy("allowed-networks", "127.0.0.1/32", "ports", "443,8443");

    assertThat(outcome(policy, "https://127.0.0.1:8443/")).isEqualTo("https://127.0.0.1:8443/");
    assertThat(outcome(policy, "https://127.0.0.2/")).isEqualTo("public-address");
    assertThat(outcome(policy, "https://[::ffff:127.0.0.1]/")).isEqualTo("plain-ip-literal");
    assertThat(outcome(policy, "https://127.1/")).isEqualTo("plain-ip-literal");
    assertThat(outcome(policy, "https://127.0.0.1:9443/")).isEqualTo("allowed-port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "::/129", "example.org/8", "10.0.0/8x"})
  void a_network_that_is_none_stops_the_start(String network) {
    assertThatThrownBy(() -> Configured.policy("allowed-networks", network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(network);
  }

  @Test
  void a_scheme_or_port_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> Configured.policy("schemes", "https,ftp"))
        .hasMessageContaining("followthrough.outgoing.schemes");
    assertThatThrownBy(() -> Configured.policy("ports", "443,all"))
        .hasMessageContaining("followthrough.outgoing.ports");
  }

  @Test
  void a_refusal_never_repeats_the_url() {
    assertThatThrownBy(() -> Configured.policy().check("https://me:hunter2@example.org/"))
        .isInstanceOf(RefusedUrl.class)
        .hasMessageNotContaining("hunter2");
  }

  private static String outcome(OutgoingPolicy policy, String spelling) {
    try {
      return policy.check(spelling).toString();
    } catch (RefusedUrl refused) {
      return refused.rule();
    }
  }
}
