package dev.followthrough.platform.json;

import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The constraints of a bound body: those of Bean Validation and those of {@link Checked}, for it
 * and every record within it, whether or not somebody remembered {@code @Valid}.
 */
final class Validation {

  private final Validator validator;
  private final Map<Class<?>, List<RecordComponent>> components = new ConcurrentHashMap<>();

  Validation(Validator validator) {
    this.validator = validator;
  }

  void check(Object value, Faults faults) {
    switch (value) {
      case Record part -> record(part, faults);
      case Collection<?> items -> {
        int index = 0;
        for (var item : items) {
          check(item, faults.under("/" + index++));
        }
      }
      case Map<?, ?> entries ->
          entries.forEach((name, entry) -> check(entry, faults.under("/" + name)));
      case null, default -> {}
    }
  }

  private void record(Record part, Faults faults) {
    for (var violation : validator.validate(part)) {
      var pointer = Constraints.pointer(violation.getPropertyPath());
      if (!faults.isBroken(pointer)) {
        faults.add(pointer, Constraints.rule(violation), Constraints.detail(violation));
      }
    }
    if (part instanceof Checked checked) {
      checked.check(faults);
    }
    for (var component : components.computeIfAbsent(part.getClass(), Validation::parts)) {
      check(read(component, part), faults.under("/" + component.getName()));
    }
  }

  private static List<RecordComponent> parts(Class<?> type) {
    return List.of(type.getRecordComponents()).stream()
        .filter(c -> !c.getType().isPrimitive() && c.getType() != String.class)
        .peek(c -> c.getAccessor().setAccessible(true))
        .toList();
  }

  private static Object read(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
