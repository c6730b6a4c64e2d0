package dev.followthrough.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name; may block for as long as the system's resolver does. */
@FunctionalInterface
interface NameLookup {

  List<InetAddress> addresses(String name) throws UnknownHostException;

  /** The system's resolver, hosts file and search domains included. */
  static NameLookup ofSystem() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
