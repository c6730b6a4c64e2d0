package dev.followthrough.platform.position;

import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.inbox.EventSink;
import dev.followthrough.platform.outbox.WrittenPosition;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.problem.Problems;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * The header {@code Followthrough-Position}: on an answer, what the call has written; on a request,
 * what this service must have seen before it answers. Several positions are separated by commas.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 500)
class PositionFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final String HEADER = "Followthrough-Position";
  private static final Pattern POSITION = Pattern.compile("([a-z]{1,30})\\.([0-9]{1,18})");
  private static final int MOST = 8;

  private final Positions positions;
  private final EventSink sink;
  private final WrittenPosition written;
  private final ResourceInfo resource;

  PositionFilter(
      Positions positions, EventSink sink, WrittenPosition written, ResourceInfo resource) {
    this.positions = positions;
    this.sink = sink;
    this.written = written;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var header = request.getHeaderString(HEADER);
    if (header == null || CurrentOwner.find().isEmpty()) {
      return;
    }
    var wanted = header.split(",", -1);
    if (wanted.length > MOST) {
      throw invalid();
    }
    for (var one : wanted) {
      var match = POSITION.matcher(one.strip());
      if (!match.matches()) {
        throw invalid();
      }
      if (sink.sources().contains(match.group(1))) {
        positions.awaitPosition(match.group(1), Long.parseLong(match.group(2)));
      }
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() / 100 == 2) {
      written
          .get()
          .filter(_ -> !isPublic())
          .ifPresent(position -> response.getHeaders().putSingle(HEADER, position));
    }
  }

  /** How much an owner has written is nothing for strangers. */
  private boolean isPublic() {
    var method = resource.getResourceMethod();
    return method != null && method.isAnnotationPresent(PublicOperation.class);
  }

  private static RuntimeException invalid() {
    return Problems.invalid(
        HEADER + ":",
        "pattern",
        "Up to %d of <service>.<position>, as an answer gave them.".formatted(MOST));
  }
}
