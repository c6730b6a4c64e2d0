package dev.followthrough.contacts.calendar;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which contacts the addresses of a file are, in any case of letters. The owner's own address is
 * nobody's; one that several contacts have says nothing.
 */
record Attendees(Map<String, List<UUID>> byAddress) {

  record Match(List<UUID> contactIds, boolean ambiguous) {

    boolean isNobody() {
      return contactIds.isEmpty() && !ambiguous;
    }

    /** By which the same people are recognised, whatever their order; without telling who. */
    String digest() {
      return Digest.of(contactIds.stream().sorted().toArray());
    }
  }

  Match match(Collection<String> addresses) {
    Set<UUID> found = new LinkedHashSet<>();
    boolean ambiguous = false;
    for (var address : addresses) {
      var contacts = byAddress.getOrDefault(address, List.of());
      ambiguous |= contacts.size() > 1;
      found.addAll(contacts);
    }
    return new Match(List.copyOf(found), ambiguous);
  }

  Set<UUID> everybody() {
    var all = new LinkedHashSet<UUID>();
    byAddress.values().forEach(all::addAll);
    return all;
  }
}
