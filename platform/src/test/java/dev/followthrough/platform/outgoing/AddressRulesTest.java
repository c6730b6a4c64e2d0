package dev.followthrough.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private final AddressRules rules = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "203.0.114.0",
        "223.255.255.255",
        "2000::1",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2003::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "3fff:1000::1"
      })
  void public_addresses_are_reachable_up_to_the_edge_of_each_refused_block(String address) {
    assertThat(rules.refusal(InetAddress.ofLiteral(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "192.175.48.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.255",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::2",
        "::7f00:1",
        "64:ff9b::1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "64:ff9b:1:ffff::1",
        "100::1",
        "100:0:0:1::1",
        "400::1",
        "1fff::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002::1",
        "2002:808:808::1",
        "2620:4f:8000::1",
        "3ffe::1",
        "3fff::1",
        "3fff:fff:ffff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "2606:4700::5efe:7f00:1",
        "2606:4700::200:5efe:a00:1"
      })
  void every_other_address_is_refused(String address) {
    assertThat(rules.refusal(InetAddress.ofLiteral(address))).isPresent();
  }

  @Test
  void an_ipv4_address_mapped_into_ipv6_is_refused_even_if_it_is_public() throws Exception {
    assertThat(rules.refusal(mapped(8, 8, 8, 8))).isPresent();
    assertThat(rules.refusal(mapped(127, 0, 0, 1))).isPresent();
  }

  @Test
  void an_allowed_network_is_allowed_whole_and_alone() throws Exception {
    var open = new AddressRules(List.of(Network.of("10.1.0.0/20"), Network.of("fd12:3400::/22")));

    for (var in : List.of("10.1.0.0", "10.1.15.255", "fd12:3400::1", "fd12:37ff:ffff::1")) {
      assertThat(open.refusal(InetAddress.ofLiteral(in))).as(in).isEmpty();
    }
    for (var out : List.of("10.0.255.255", "10.1.16.0", "fd12:33ff::1", "fd12:3800::1")) {
      assertThat(open.refusal(InetAddress.ofLiteral(out))).as(out).isPresent();
    }
    assertThat(open.refusal(mapped(10, 1, 0, 1))).isPresent();
  }

  @Test
  void a_whole_family_can_be_allowed() {
    var open = new AddressRules(List.of(Network.of("0.0.0.0/0")));

    assertThat(open.refusal(InetAddress.ofLiteral("127.0.0.1"))).isEmpty();
    assertThat(open.refusal(InetAddress.ofLiteral("::1"))).isPresent();
  }

  /** As some resolvers give it: an IPv6 object, which Java's own parser never makes of it. */
  private static InetAddress mapped(int a, int b, int c, int d) throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = bytes[11] = (byte) 0xFF;
    bytes[12] = (byte) a;
    bytes[13] = (byte) b;
    bytes[14] = (byte) c;
    bytes[15] = (byte) d;
    return Inet6Address.getByAddress(null, bytes, -1);
  }
}
