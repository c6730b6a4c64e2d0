package dev.followthrough.platform.http;

import dev.followthrough.platform.problem.ProblemAnswer;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.problem.Refusals;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Tells a path that does not exist from one that does not take the method: where several resources
 * share the beginning of a path, the framework says "not found" for both.
 */
@ApplicationScoped
class StrayMapper {

  private final Operations operations;

  StrayMapper(Operations operations) {
    this.operations = operations;
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException thrown, RoutingContext request) {
    boolean otherMethod =
        operations.knowsOnlyOtherMethods(request.request().method().name(), Uris.path(request));
    return ProblemAnswer.of(
        otherMethod
            ? Problems.METHOD_NOT_ALLOWED.because("This path does not take this method.")
            : Refusals.of(thrown, false),
        request);
  }
}
