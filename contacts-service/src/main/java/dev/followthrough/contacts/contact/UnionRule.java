package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.detail.ContactParts.ContactLink;
import dev.followthrough.contacts.detail.ContactParts.Note;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is said of a contact that takes up another one, and what of it goes back.
 *
 * <p>What the one that stays says is kept; where it says nothing, the other's holds. Lists are
 * united, the other's at the end, what is said in both once: words and addresses whatever the case
 * of their letters, links by their address. Its circle and cadence are the owner's doing and stay.
 * Who is not to be contacted is not, whichever of the two said so. What the other said and the one
 * does not say now stands in a note, so that nothing is lost.
 *
 * <p>Back goes what has not changed since; of a list that has, what the union brought. What else
 * was changed since stays as it was changed.
 */
final class UnionRule {

  /** Of these the one's own holds, also when it says nothing. */
  private static final Set<String> OWN = Set.of("name", "circle", "cadenceDays");

  /** These say nothing of the person. */
  private static final Set<String> NOT_NOTED = Set.of("circle", "cadenceDays", "doNotContact");

  private static final int LONGEST = 4000;

  private UnionRule() {}

  static ContactFields united(ContactFields kept, ContactFields gone, LocalDate today) {
    var lost = new ArrayList<String>();
    var united =
        each(
            field -> {
              var ours = value(field, kept);
              var theirs = value(field, gone);
              if (isList(field)) {
                return union((List<?>) ours, (List<?>) theirs);
              }
              if (field.getName().equals("doNotContact")) {
                return Boolean.TRUE.equals(theirs) ? theirs : ours;
              }
              var takes = ours == null && !OWN.contains(field.getName());
              if (!takes && theirs != null && !isSame(ours, theirs)) {
                note(field, theirs, lost);
              }
              return takes ? theirs : ours;
            });
    if (lost.isEmpty()) {
      return united;
    }
    var words = "Merged with a contact of whom was said: " + String.join("; ", lost) + ".";
    var note = new Note(today, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    return united.with(
        new ContactFields.PrivateNotes(union(united.notes(), List.of(note)), united.caveats()),
        united.circle(),
        united.cadenceDays());
  }

  /**
   * What is said once the union is undone.
   *
   * @param now what is said just before that
   */
  static ContactFields parted(ContactFields before, ContactFields united, ContactFields now) {
    return each(
        field -> {
          var then = value(field, before);
          var since = value(field, now);
          if (Objects.equals(since, value(field, united))) {
            return then;
          }
          if (!isList(field) || since == null) {
            return since;
          }
          var brought = new ArrayList<Object>(orNone((List<?>) value(field, united)));
          brought.removeAll(orNone((List<?>) then));
          var left = new ArrayList<Object>((List<?>) since);
          left.removeAll(brought);
          return List.copyOf(left);
        });
  }

  /** Which lists are longer than they may be. */
  static Set<String> tooLong(ContactFields fields) {
    var all = new TreeSet<String>();
    for (var field : ContactFields.class.getRecordComponents()) {
      var most = field.getAccessor().getAnnotation(Size.class);
      if (isList(field)
          && most != null
          && orNone((List<?>) value(field, fields)).size() > most.max()) {
        all.add(field.getName());
      }
    }
    return all;
  }

  /** Nothing but the name. */
  static ContactFields nameAlone(String name) {
    return each(field -> field.getName().equals("name") ? name : null);
  }

  private static void note(RecordComponent field, Object theirs, List<String> lost) {
    if (!NOT_NOTED.contains(field.getName())) {
      lost.add("%s: %s".formatted(inWords(field.getName()), said(theirs)));
    }
  }

  /** The parts of what has parts, without those that say nothing. */
  private static String said(Object value) {
    if (!(value instanceof Record of)) {
      return value instanceof Enum<?> one
          ? one.name().toLowerCase(Locale.ROOT).replace('_', ' ')
          : value.toString();
    }
    var parts = new ArrayList<String>();
    for (var part : of.getClass().getRecordComponents()) {
      var said = value(part, of);
      if (said != null) {
        parts.add(inWords(part.getName()) + " " + said(said));
      }
    }
    return String.join(", ", parts);
  }

  private static String inWords(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> union(List<? extends T> ours, List<? extends T> theirs) {
    if (theirs == null) {
      return ours == null ? null : List.copyOf(ours);
    }
    var keys = new HashSet<Object>();
    var all = new ArrayList<T>(orNone(ours));
    all.forEach(one -> keys.add(key(one)));
    theirs.stream().filter(one -> keys.add(key(one))).forEach(all::add);
    return List.copyOf(all);
  }

  private static Object key(Object item) {
    return switch (item) {
      case String words -> words.toLowerCase(Locale.ROOT);
      case ContactLink link -> link.url();
      default -> item;
    };
  }

  private static boolean isSame(Object ours, Object theirs) {
    return ours != null && key(ours).equals(key(theirs));
  }

  private static <T> List<T> orNone(List<T> items) {
    return items == null ? List.of() : items;
  }

  private static boolean isList(RecordComponent field) {
    return field.getType() == List.class;
  }

  private static ContactFields each(Function<RecordComponent, Object> value) {
    try {
      var fields = ContactFields.class.getRecordComponents();
      var types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var values = Arrays.stream(fields).map(value).toArray();
      return ContactFields.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent field, Object of) {
    try {
      var accessor = field.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
