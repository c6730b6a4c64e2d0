package dev.followthrough.platform.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What this service can be asked: known from its resources at start-up, where an operation under
 * {@code /v1} without scopes stops it.
 */
@ApplicationScoped
class Operations {

  private record Operation(
      Pattern path, String method, List<String> consumes, boolean givesNothing) {}

  private final List<Operation> all = new ArrayList<>();

  void collect(@Observes StartupEvent start, BeanManager beans) {
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      var type = bean.getBeanClass();
      if (type.isAnnotationPresent(Path.class)) {
        Arrays.stream(type.getMethods()).forEach(method -> add(type, method));
      }
    }
  }

  /** The methods of a path for {@code Allow}; empty when there is no such path. */
  Optional<String> allowed(String path) {
    SortedSet<String> methods =
        at(path).stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      return Optional.empty();
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return Optional.of(String.join(", ", methods));
  }

  boolean knowsOnlyOtherMethods(String method, String path) {
    var asked = method.equals("HEAD") ? "GET" : method;
    var known = at(path);
    return !known.isEmpty() && known.stream().noneMatch(o -> o.method().equals(asked));
  }

  /** Whether the only success of what is asked is 204, as its {@code @APIResponse} declares. */
  boolean givesNothing(String method, String path) {
    return at(path).stream()
        .anyMatch(operation -> operation.method().equals(method) && operation.givesNothing());
  }

  /** The media types of a path's patches, for {@code Accept-Patch}. */
  Optional<String> patches(String path) {
    return at(path).stream()
        .filter(operation -> operation.method().equals("PATCH"))
        .map(operation -> String.join(", ", operation.consumes()))
        .findFirst();
  }

  private List<Operation> at(String path) {
    return all.stream().filter(operation -> operation.path().matcher(path).matches()).toList();
  }

  private void add(Class<?> type, Method method) {
    for (var annotation : method.getAnnotations()) {
      var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        var path = path(type.getAnnotation(Path.class), method.getAnnotation(Path.class));
        if (path.startsWith("/v1/") && !method.isAnnotationPresent(PublicOperation.class)) {
          ScopeFilter.scopes(method);
        }
        var consumes = method.getAnnotation(Consumes.class);
        all.add(
            new Operation(
                pattern(path),
                verb.value(),
                consumes == null ? List.of() : List.of(consumes.value()),
                givesNothing(method)));
      }
    }
  }

  private static boolean givesNothing(Method method) {
    var successes =
        Arrays.stream(method.getAnnotationsByType(APIResponse.class))
            .map(APIResponse::responseCode)
            .filter(code -> code.startsWith("2"))
            .toList();
    return !successes.isEmpty() && successes.stream().allMatch("204"::equals);
  }

  private static String path(Path type, Path method) {
    var joined = "/" + type.value() + "/" + (method == null ? "" : method.value());
    var path = joined.replaceAll("/+", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Pattern pattern(String path) {
    var result = new StringBuilder();
    var template = Pattern.compile("\\{[^:}]+(?::\\s*((?:[^{}]|\\{[^}]*})+))?}").matcher(path);
    int end = 0;
    while (template.find()) {
      result.append(Pattern.quote(path.substring(end, template.start())));
      result.append(template.group(1) == null ? "[^/]+" : "(?:" + template.group(1).strip() + ")");
      end = template.end();
    }
    return Pattern.compile(
        result.append(Pattern.quote(path.substring(end))).append("/?").toString());
  }
}
