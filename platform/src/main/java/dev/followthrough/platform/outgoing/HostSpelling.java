package dev.followthrough.platform.outgoing;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the host of a URL: a name, normalised to its ASCII form, or an address in its one plain
 * spelling. Decimal, octal, hexadecimal and short addresses, and IPv6 that carries an IPv4 address
 * in its spelling, are refused even where the address behind them were public: resolvers and
 * libraries disagree about what they mean.
 */
record HostSpelling(String text, Optional<InetAddress> literal) {

  private static final int MAX_NAME = 253;
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  /** The last label decides, as in the WHATWG URL rules: a number there makes an IPv4 address. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:0x[0-9a-f]*|[0-9]+)");

  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}");

  /** Letters that the two generations of internationalised names map to different names. */
  private static final Pattern AMBIGUOUS_LETTER = Pattern.compile("[ß\u1E9Eς\u200C\u200D]");

  static HostSpelling read(String host) throws RefusedUrl {
    if (host.isEmpty()) {
      throw new RefusedUrl(RefusedUrl.HOST_NAME, "The URL has no host.");
    }
    return host.startsWith("[") ? ipv6(host) : nameOrIpv4(host);
  }

  private static HostSpelling nameOrIpv4(String host) throws RefusedUrl {
    String ascii = ascii(host).toLowerCase(Locale.ROOT);
    if (ascii.endsWith(".")) {
      throw new RefusedUrl(
          RefusedUrl.NO_TRAILING_DOT, "Write the host without the dot at its end.");
    }
    if (ENDS_IN_NUMBER.matcher(ascii).matches()) {
      return ipv4(host);
    }
    if (ascii.length() > MAX_NAME || !NAME.matcher(ascii).matches()) {
      throw new RefusedUrl(RefusedUrl.HOST_NAME, "The URL's host is not a host name.");
    }
    return new HostSpelling(ascii, Optional.empty());
  }

  /** The spelling as written, not as normalised: full-width digits are no plain address. */
  private static HostSpelling ipv4(String written) throws RefusedUrl {
    if (!DOTTED_QUAD.matcher(written).matches()) {
      throw notPlain();
    }
    return new HostSpelling(written, Optional.of(Inet4Address.ofLiteral(written)));
  }

  private static HostSpelling ipv6(String host) throws RefusedUrl {
    if (host.indexOf('%') >= 0) {
      throw new RefusedUrl(RefusedUrl.NO_ZONE_ID, "An address with a zone is not reachable.");
    }
    if (!host.endsWith("]")) {
      throw notPlain();
    }
    String inside = host.substring(1, host.length() - 1).toLowerCase(Locale.ROOT);
    if (!IPV6.matcher(inside).matches()) {
      throw notPlain();
    }
    try {
      // An IPv4-mapped address comes back as the IPv4 address that it hides.
      if (Inet6Address.ofLiteral(inside) instanceof Inet6Address address) {
        return new HostSpelling("[" + inside + "]", Optional.of(address));
      }
    } catch (IllegalArgumentException _) {
      // Falls through: no address at all is as little plain as a mapped one.
    }
    throw notPlain();
  }

  private static String ascii(String host) throws RefusedUrl {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return host;
    }
    if (AMBIGUOUS_LETTER.matcher(host).find()) {
      throw new RefusedUrl(
          RefusedUrl.HOST_NAME, "Write this host in its ASCII form (xn--…): it has two readings.");
    }
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw new RefusedUrl(RefusedUrl.HOST_NAME, "The URL's host is not a host name.");
    }
  }

  private static RefusedUrl notPlain() {
    return new RefusedUrl(
        RefusedUrl.PLAIN_IP_LITERAL,
        "Write an address as four decimal numbers (192.0.2.1) or as plain IPv6 ([2001:db8::1]).");
  }
}
