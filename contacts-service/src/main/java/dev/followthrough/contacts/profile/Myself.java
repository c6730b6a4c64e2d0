package dev.followthrough.contacts.profile;

import java.time.ZoneId;
import java.util.List;

/** What the other features may know of the owner. */
public record Myself(ZoneId timeZone, List<String> offers, List<String> needs) {

  static Myself of(ProfileFields fields) {
    return new Myself(fields.timeZone(), list(fields.offers()), list(fields.needs()));
  }

  private static List<String> list(List<String> items) {
    return items == null ? List.of() : items;
  }
}
