package dev.followthrough.platform.outgoing;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A block of addresses of one family, such as {@code 10.0.0.0/8}. Families never match. */
record Network(InetAddress first, int prefix) {

  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");

  static Network of(String cidr) {
    var parts = CIDR.matcher(cidr);
    if (!parts.matches()) {
      throw fault(cidr, "is not a network such as 10.0.0.0/8 or fd00::/8");
    }
    InetAddress first;
    try {
      first = InetAddress.ofLiteral(parts.group(1));
    } catch (IllegalArgumentException _) {
      throw fault(cidr, "does not start with an address");
    }
    int prefix = Integer.parseInt(parts.group(2));
    if (prefix > first.getAddress().length * 8) {
      throw fault(cidr, "has a prefix longer than its address");
    }
    var network = new Network(first, prefix);
    if (!network.onlyPrefixBits()) {
      throw fault(cidr, "has bits set behind its prefix");
    }
    return network;
  }

  boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  private boolean contains(byte[] bytes) {
    byte[] own = first.getAddress();
    if (bytes.length != own.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit)) & 0xFF;
      if (((bytes[bit / 8] ^ own[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean onlyPrefixBits() {
    byte[] own = first.getAddress();
    for (int bit = prefix; bit < own.length * 8; bit++) {
      if ((own[bit / 8] >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException fault(String cidr, String what) {
    return new IllegalArgumentException("The network \"" + cidr + "\" " + what + ".");
  }
}
