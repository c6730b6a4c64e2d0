package dev.followthrough.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** A problem as the answer to a request. */
public final class ProblemAnswer {

  private ProblemAnswer() {}

  public static Response of(ProblemException problem, RoutingContext request) {
    var response =
        Response.status(problem.type().status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(problem, request.request().path()));
    problem.headers().forEach(response::header);
    return response.build();
  }
}
