package dev.followthrough.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.platform.problem.Problems;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The conditions that a request sets on what it reads or changes. Work that no request carries has
 * none.
 */
@ApplicationScoped
public class Preconditions {

  private final CurrentVertxRequest current;
  private final ObjectMapper mapper;

  Preconditions(CurrentVertxRequest current, ObjectMapper mapper) {
    this.current = current;
    this.mapper = mapper;
  }

  /**
   * To be asked in the transaction that changes or deletes it, once it is known that it exists.
   *
   * @throws dev.followthrough.platform.problem.ProblemException 412 when {@code If-Match} names
   *     other versions
   */
  public void requireMatch(long version) {
    requireMatch(Etag.of(version), tag -> tag.isOf(version));
  }

  /** The same for a view that is answered without a version: its tag is made of what it says. */
  public void requireMatchOf(Object view) {
    if (header("If-Match").isPresent()) {
      try {
        requireMatch(Etag.of(mapper.writeValueAsBytes(view)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("cannot write " + view.getClass(), e);
      }
    }
  }

  public void requireMatch(Etag etag) {
    requireMatch(etag, etag::matchesStrongly);
  }

  private void requireMatch(Etag etag, Predicate<Etag> matches) {
    header("If-Match")
        .filter(value -> !value.strip().equals("*"))
        .filter(value -> Etag.list("If-Match", value).stream().noneMatch(matches))
        .ifPresent(
            _ -> {
              throw Problems.PRECONDITION_FAILED
                  .because("The current version is another one.")
                  .header("ETag", etag.toString());
            });
  }

  /** Whether the client says that it has this very representation. */
  boolean isNotModified(Etag etag) {
    return isRead()
        && header("If-None-Match")
            .filter(
                value ->
                    value.strip().equals("*")
                        || Etag.list("If-None-Match", value).stream().anyMatch(etag::matchesWeakly))
            .isPresent();
  }

  private boolean isRead() {
    return request()
        .map(HttpServerRequest::method)
        .filter(method -> method == HttpMethod.GET || method == HttpMethod.HEAD)
        .isPresent();
  }

  private Optional<String> header(String name) {
    return request()
        .map(request -> request.headers().getAll(name))
        .filter(values -> !values.isEmpty())
        .map(values -> String.join(",", values));
  }

  private Optional<HttpServerRequest> request() {
    if (!Arc.container().requestContext().isActive() || current.getCurrent() == null) {
      return Optional.empty();
    }
    return Optional.of(current.getCurrent().request());
  }
}
