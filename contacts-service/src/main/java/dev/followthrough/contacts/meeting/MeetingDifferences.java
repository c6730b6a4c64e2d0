package dev.followthrough.contacts.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Which fields differ between what was said of a meeting and what is said now; notes are private.
 */
final class MeetingDifferences {

  private record Field(String name, Function<MeetingFields, Object> value) {}

  private static final List<Field> TOLD =
      List.of(
          new Field("kind", MeetingFields::kind),
          new Field("contactIds", MeetingFields::contactIds),
          new Field("startsAt", MeetingFields::startsAt),
          new Field("endsAt", MeetingFields::endsAt),
          new Field("place", MeetingFields::place),
          new Field("link", MeetingFields::link),
          new Field("topics", fields -> orNone(fields.topics())),
          new Field("practice", MeetingFields::practice),
          new Field("goalIds", fields -> orNone(fields.goalIds())),
          new Field("answers", fields -> Set.copyOf(orNone(fields.answers()))));

  private MeetingDifferences() {}

  static List<String> between(MeetingFields before, MeetingFields now) {
    var changed = new ArrayList<String>();
    for (var field : TOLD) {
      if (!Objects.equals(field.value().apply(before), field.value().apply(now))) {
        changed.add(field.name());
      }
    }
    return changed;
  }

  private static List<?> orNone(List<?> said) {
    return said == null ? List.of() : said;
  }
}
