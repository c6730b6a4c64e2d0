package dev.followthrough.platform.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever a resource, a filter or a body reader throws. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper({
    Throwable.class,
    RuntimeException.class,
    ProblemException.class,
    WebApplicationException.class,
    AuthenticationFailedException.class,
    UnauthorizedException.class,
    ForbiddenException.class
  })
  Response map(Throwable thrown, RoutingContext request) {
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    var problem = Refusals.of(thrown, request.request().headers().contains("Authorization"));
    if (problem.type().status() >= 500) {
      log(thrown, problem, request);
    }
    return ProblemAnswer.of(problem, request);
  }

  private static void log(Throwable thrown, ProblemException problem, RoutingContext request) {
    var what = request.request().method() + " " + Words.path(request.request().path());
    if (problem.type() == Problems.INTERNAL || thrown instanceof ValidationException) {
      LOG.errorf(thrown, "%s failed", what);
    } else if (!(thrown instanceof ProblemException)) {
      LOG.warnf("%s answered %d: %s", what, problem.type().status(), thrown);
    }
  }
}
