package dev.followthrough.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Reads path and query parameters as strictly as bodies: the same forms, the same words of enums. A
 * value in the path that cannot be an id is the id of nothing, so 404; any other is 400.
 */
@Provider
public class Parameters implements ParamConverterProvider {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final Map<Class<?>, Function<String, ?>> readers = new HashMap<>(Scalars.READERS);
  private final ObjectMapper mapper;

  Parameters(ObjectMapper mapper) {
    this.mapper = mapper;
    readers.put(Integer.class, text -> Math.toIntExact(whole(text)));
    readers.put(int.class, text -> Math.toIntExact(whole(text)));
    readers.put(Long.class, Parameters::whole);
    readers.put(long.class, Parameters::whole);
    readers.put(Boolean.class, Parameters::truth);
    readers.put(boolean.class, Parameters::truth);
  }

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> reader = type.isEnum() ? enumeration(type) : readers.get(type);
    if (reader == null) {
      return null;
    }
    boolean inPath = false;
    var name = "";
    for (var annotation : annotations == null ? new Annotation[0] : annotations) {
      switch (annotation) {
        case PathParam path -> inPath = true;
        case RestPath path -> inPath = true;
        case jakarta.ws.rs.QueryParam query -> name = query.value();
        default -> {}
      }
    }
    return new Converter<>(reader, inPath, name);
  }

  private Function<String, ?> enumeration(Class<?> type) {
    var words = new HashMap<String, Object>();
    for (var constant : type.getEnumConstants()) {
      words.put(mapper.convertValue(constant, String.class), constant);
    }
    return text -> {
      if (!words.containsKey(text)) {
        var all = String.join(", ", words.keySet().stream().sorted().toList());
        throw new Scalars.NotOfForm("one-of", "must be one of " + all);
      }
      return words.get(text);
    };
  }

  private static long whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new Scalars.NotOfForm("type", "must be a whole number");
    }
    return Long.parseLong(text);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Scalars.NotOfForm("type", "must be true or false");
    };
  }

  /** The broken constraints of a resource method's parameters. */
  public static ProblemException broken(ConstraintViolationException thrown) {
    var faults = new Faults();
    for (ConstraintViolation<?> violation : thrown.getConstraintViolations()) {
      var name = "";
      for (var node : violation.getPropertyPath()) {
        if (node.getKind() == ElementKind.PARAMETER || node.getKind() == ElementKind.PROPERTY) {
          name = node.getName();
        }
        if (node.getKind() == ElementKind.RETURN_VALUE) {
          throw new IllegalStateException("a resource broke its own constraint", thrown);
        }
      }
      faults.add("?" + name, Constraints.rule(violation), Constraints.detail(violation));
    }
    return Problems.invalid(faults.list());
  }

  private record Converter<T>(Function<String, ?> reader, boolean inPath, String name)
      implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked") // readers are kept by the type they make
    public T fromString(String value) {
      try {
        return value == null ? null : (T) reader.apply(value);
      } catch (Scalars.NotOfForm e) {
        throw refusal(e.rule(), e.getMessage());
      } catch (ArithmeticException e) {
        throw refusal("range", "is too large a number");
      }
    }

    private WebApplicationException refusal(String rule, String detail) {
      return inPath
          ? new NotFoundException(Problems.NOT_FOUND.because("There is nothing under this path."))
          : new WebApplicationException(
              Problems.invalid("?" + name, rule, detail), Response.Status.BAD_REQUEST);
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
