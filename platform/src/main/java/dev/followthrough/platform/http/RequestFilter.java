package dev.followthrough.platform.http;

import dev.followthrough.platform.json.Faults;
import dev.followthrough.platform.json.Parameters;
import dev.followthrough.platform.problem.ProblemAnswer;
import dev.followthrough.platform.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what an operation does not take: query parameters that it does not declare, repeats of
 * those it does, and clients that do not take its answer.
 */
@ApplicationScoped
class RequestFilter {

  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  private final Map<Method, Boolean> takesBody = new ConcurrentHashMap<>();
  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  /** Whoever does not want JSON is told so, rather than given it. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 10)
  void negotiate(ResourceInfo resource, ContainerRequestContext request) {
    var produced = resource.getResourceMethod().getAnnotation(Produces.class);
    if (!request.getUriInfo().getPath().startsWith("/v1/") || produced != null) {
      return;
    }
    if (request.getAcceptableMediaTypes().stream()
        .noneMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
      throw Problems.NOT_ACCEPTABLE.because("The answer is application/json.");
    }
  }

  /** A body that is not called JSON is not guessed at. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 20)
  void typed(ResourceInfo resource, ContainerRequestContext request) {
    var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    var method = resource.getResourceMethod();
    if (type != null
        && request.getUriInfo().getPath().startsWith("/v1/")
        && !method.isAnnotationPresent(Consumes.class)
        && takesBody.computeIfAbsent(method, RequestFilter::takesBody)
        && !JSON.matcher(type).matches()) {
      throw Problems.UNSUPPORTED_MEDIA_TYPE.because("The body must be application/json.");
    }
  }

  @ServerRequestFilter(priority = Priorities.USER)
  void check(ResourceInfo resource, ContainerRequestContext request) {
    var uri = request.getUriInfo();
    if (!uri.getPath().startsWith("/v1/")) {
      return;
    }
    var given = uri.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    var known = declared.computeIfAbsent(resource.getResourceMethod(), RequestFilter::parameters);
    var faults = new Faults();
    given.forEach(
        (name, values) -> {
          if (!known.containsKey(name)) {
            faults.add("?" + name, "unknown-parameter", "there is no such parameter here");
          } else if (values.size() > 1 && !known.get(name)) {
            faults.add("?" + name, "repeated-parameter", "may be given once");
          }
          values.forEach(value -> faults.text("?" + name, value));
        });
    faults.refuse();
  }

  @ServerExceptionMapper
  Response broken(ConstraintViolationException thrown, RoutingContext request) {
    return ProblemAnswer.of(Parameters.broken(thrown), request);
  }

  /** JAX-RS: the one parameter without an annotation of its own is the body. */
  private static boolean takesBody(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(
            parameter ->
                Arrays.stream(parameter.getAnnotations())
                    .map(annotation -> annotation.annotationType().getName())
                    .noneMatch(
                        name ->
                            name.startsWith("jakarta.ws.rs.")
                                || name.startsWith("org.jboss.resteasy.")));
  }

  /** Name to whether it may be repeated. */
  private static Map<String, Boolean> parameters(Method method) {
    var result = new HashMap<String, Boolean>();
    for (var parameter : method.getParameters()) {
      add(parameter, parameter.getName(), parameter.getType(), result);
    }
    return result;
  }

  private static void add(
      AnnotatedElement element, String name, Class<?> type, Map<String, Boolean> result) {
    boolean many = Collection.class.isAssignableFrom(type) || type.isArray();
    if (element.isAnnotationPresent(QueryParam.class)) {
      result.put(element.getAnnotation(QueryParam.class).value(), many);
    } else if (element.isAnnotationPresent(RestQuery.class)) {
      var given = element.getAnnotation(RestQuery.class).value();
      result.put(given.isEmpty() ? name : given, many);
    } else if (element.isAnnotationPresent(BeanParam.class)) {
      for (var at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        for (var field : at.getDeclaredFields()) {
          add(field, field.getName(), field.getType(), result);
        }
      }
    }
  }
}
