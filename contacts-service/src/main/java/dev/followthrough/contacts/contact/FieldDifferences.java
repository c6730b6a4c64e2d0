package dev.followthrough.contacts.contact;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which fields of a contact a change touches, by name, as others may know of it: the circle has an
 * event of its own, and private fields are not named.
 */
final class FieldDifferences {

  private static final Set<String> UNTOLD = Set.of("circle", "notes", "caveats");

  private FieldDifferences() {}

  static List<String> between(ContactFields before, ContactFields after) {
    var changed = new ArrayList<String>();
    for (var field : ContactFields.class.getRecordComponents()) {
      if (!UNTOLD.contains(field.getName())
          && !Objects.equals(value(field, before), value(field, after))) {
        changed.add(field.getName());
      }
    }
    return changed;
  }

  private static Object value(RecordComponent field, ContactFields fields) {
    try {
      return field.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
