package dev.followthrough.platform.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses a request may be connected to: the public ones, and those of the networks that
 * the operator allows by name. Follows the IANA special-purpose registries for IPv4 and IPv6 (RFC
 * 6890 and its updates), more strictly than they say "globally reachable": blocks that only carry
 * protocol machinery are refused too, and of IPv6 only the global unicast space passes. IPv6
 * addresses that carry an IPv4 address are refused whatever it is.
 */
final class AddressRules {

  private record Block(Network network, String what) {}

  private static final List<Block> REFUSED =
      blocks(
          """
          0.0.0.0/8          this network
          10.0.0.0/8         private
          100.64.0.0/10      shared by a carrier's NAT
          127.0.0.0/8        loopback
          168.63.129.16/32   a cloud's own service
          169.254.0.0/16     link-local
          172.16.0.0/12      private
          192.0.0.0/24       protocol assignments
          192.0.2.0/24       documentation
          192.31.196.0/24    AS112
          192.52.193.0/24    multicast tunnels
          192.88.99.0/24     6to4 relays
          192.168.0.0/16     private
          192.175.48.0/24    AS112
          198.18.0.0/15      benchmarking
          198.51.100.0/24    documentation
          203.0.113.0/24     documentation
          224.0.0.0/4        multicast
          255.255.255.255/32 broadcast
          240.0.0.0/4        reserved
          ::/128             unspecified
          ::1/128            loopback
          64:ff9b::/96       NAT64
          64:ff9b:1::/48     NAT64
          100::/64           discard-only
          100:0:0:1::/64     dummy prefix
          2001::/32          Teredo
          2001::/23          protocol assignments
          2001:db8::/32      documentation
          2002::/16          6to4
          2620:4f:8000::/48  AS112
          3ffe::/16          the former 6bone
          3fff::/20          documentation
          5f00::/16          segment routing
          fc00::/7           unique local
          fe80::/10          link-local
          fec0::/10          site-local
          ff00::/8           multicast
          """);

  private static final Network IPV6_GLOBAL_UNICAST = Network.of("2000::/3");

  private final List<Network> allowed;

  AddressRules(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** What kind of address it is, in words, where no request may go to it; else empty. */
  Optional<String> refusal(InetAddress address) {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return Optional.empty();
    }
    return REFUSED.stream()
        .filter(block -> block.network().contains(address))
        .map(Block::what)
        .findFirst()
        .or(() -> address instanceof Inet6Address ip ? ipv6Refusal(ip) : Optional.empty());
  }

  private static Optional<String> ipv6Refusal(Inet6Address address) {
    byte[] bytes = address.getAddress();
    if (startsWithZeros(bytes, 10)) {
      return Optional.of("an IPv4 address written as IPv6");
    }
    if (!IPV6_GLOBAL_UNICAST.contains(address)) {
      return Optional.of("outside the global unicast space");
    }
    return isatap(bytes) ? Optional.of("ISATAP") : Optional.empty();
  }

  /** An interface id of 0:5efe or 200:5efe tunnels to the IPv4 address behind it (RFC 5214). */
  private static boolean isatap(byte[] bytes) {
    return (bytes[8] & ~0x02) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && bytes[11] == (byte) 0xfe;
  }

  private static boolean startsWithZeros(byte[] bytes, int count) {
    return Arrays.equals(bytes, 0, count, new byte[count], 0, count);
  }

  private static List<Block> blocks(String table) {
    return table
        .lines()
        .map(line -> line.split("\\s+", 2))
        .map(parts -> new Block(Network.of(parts[0]), parts[1]))
        .toList();
  }
}
