package dev.followthrough.platform.http;

import dev.followthrough.platform.problem.ProblemDocument;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.problem.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Where every request comes in, before anything knows what it wants. It gets its id and its place
 * in a trace; a URI that cannot be read is refused; one request too many is sent away at once. What
 * fails outside of the resources is answered as a problem here.
 */
@ApplicationScoped
class Door {

  static final String REQUEST_ID = "X-Request-Id";

  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int FIRST = 10_000;
  private static final Set<String> ACCEPTED_ANYWAY = Set.of("*/*", "application/json");
  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final LoadConfig config;
  private final Operations operations;
  private final AtomicInteger atWork = new AtomicInteger();

  Door(LoadConfig config, Operations operations) {
    this.config = config;
    this.operations = operations;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  void answerStrays(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
      router.errorHandler(status, this::failed);
    }
  }

  private void enter(RoutingContext request) {
    identify(request);
    request.addHeadersEndHandler(_ -> complete(request));
    acceptNothing(request);
    if (!Uris.isReadable(request.request().uri())) {
      answer(request, Problems.invalid("", "uri", "the path or query is not well encoded"));
    } else if (Uris.path(request).startsWith("/q/")) {
      request.next(); // health and metrics are answered however much there is to do
    } else {
      admit(request);
    }
  }

  private static void identify(RoutingContext request) {
    var given = request.request().getHeader(REQUEST_ID);
    var id =
        given != null && GOOD_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    MDC.put("requestId", id);
    TraceContext.enter(request.request().getHeader(TraceContext.TRACEPARENT));
    request.response().putHeader(REQUEST_ID, id).putHeader("X-Content-Type-Options", "nosniff");
  }

  /** Where an answer has no body there is no media type to agree on, or to refuse. */
  private void acceptNothing(RoutingContext request) {
    var headers = request.request().headers();
    var accepted = headers.get("Accept");
    if (accepted != null
        && !ACCEPTED_ANYWAY.contains(accepted)
        && operations.givesNothing(request.request().method().name(), Uris.path(request))) {
      headers.remove("Accept");
    }
  }

  /** Adds what every answer of its kind has, just before it is sent. */
  private void complete(RoutingContext request) {
    var response = request.response();
    var path = Uris.path(request);
    if (path.startsWith("/v1/") && !response.headers().contains("Cache-Control")) {
      response.putHeader("Cache-Control", "no-store");
    }
    if (response.getStatusCode() == 405 && !response.headers().contains("Allow")) {
      operations.allowed(path).ifPresent(methods -> response.putHeader("Allow", methods));
    }
    if (response.getStatusCode() == 415) {
      operations.patches(path).ifPresent(types -> response.putHeader("Accept-Patch", types));
    }
  }

  private void admit(RoutingContext request) {
    if (atWork.incrementAndGet() > config.maxRequests()) {
      atWork.decrementAndGet();
      answer(
          request,
          Problems.UNAVAILABLE
              .because("This replica has as much work as it can take.")
              .header("Retry-After", "1"));
      return;
    }
    var left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            atWork.decrementAndGet();
          }
        };
    request.addEndHandler(_ -> leave.run());
    request.addHeadersEndHandler(
        _ -> {
          var type = request.response().headers().get("Content-Type");
          if (type != null && type.startsWith("text/event-stream")) {
            leave.run(); // a stream waits more than it works
          }
        });
    request.next();
  }

  private void failed(RoutingContext request) {
    if (request.response().ended() || request.response().headWritten()) {
      request.response().reset();
      return;
    }
    if (!request.response().headers().contains(REQUEST_ID)) {
      identify(request);
    }
    var thrown = request.failure();
    boolean tokenSent = request.request().headers().contains("Authorization");
    var problem =
        thrown == null || request.statusCode() >= 400 && request.statusCode() < 500
            ? Refusals.ofStatus(request.statusCode())
            : Refusals.of(thrown, tokenSent);
    if (problem.type() == Problems.INTERNAL) {
      LOG.errorf(thrown, "%s failed", request.request().method());
    }
    answer(request, problem);
  }

  private static void answer(RoutingContext request, ProblemException problem) {
    var response = request.response();
    problem.headers().forEach(response::putHeader);
    var body = ProblemDocument.of(problem, Uris.path(request));
    response
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store");
    if (request.request().method() == io.vertx.core.http.HttpMethod.HEAD) {
      response.putHeader("Content-Length", String.valueOf(body.length)).end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
