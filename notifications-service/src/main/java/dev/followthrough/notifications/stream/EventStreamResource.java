package dev.followthrough.notifications.stream;

import dev.followthrough.notifications.message.Selection;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/events/stream}: the event log as it grows, by Server-Sent Events. */
@Path("/v1/events/stream")
@Tag(name = "events", description = "Every event of the last 30 days, to read or to follow.")
@RunOnVirtualThread
public class EventStreamResource {

  private static final String EVENT_STREAM = "text/event-stream";
  private static final String LAST_ID = "Last-Event-ID";

  private final EventStreams streams;
  private final Credential credential;
  private final CurrentVertxRequest current;

  EventStreamResource(EventStreams streams, Credential credential, CurrentVertxRequest current) {
    this.streams = streams;
    this.credential = credential;
    this.current = current;
  }

  @GET
  @Produces(EVENT_STREAM)
  @Operation(
      operationId = "followEvents",
      summary = "Follow events as they come",
      description =
          """
          Server-Sent Events: `event` is the event's type, `data` what `listEvents` shows of it, `id` \
          its place, that is, its `data.sequence`. Begins after the place given, else with what comes \
          next; after a break the header `Last-Event-ID` goes on without a gap or a repeat, at any \
          replica. A sign of life comes every 15 seconds. The stream ends with the access token, \
          after an hour at the latest: go on with a new one. A reader that takes nothing for a minute \
          is cut off.""")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @Refuses(status = 409, types = "events-forgotten")
  @Refuses(status = 429, types = "too-many-event-streams")
  @APIResponse(
      responseCode = "200",
      description = "The stream, without an end of its own.",
      content = @Content(mediaType = EVENT_STREAM, schema = @Schema(type = SchemaType.STRING)))
  public Response follow(
      @QueryParam("type")
          @Parameter(
              description =
                  "Names of events or patterns such as `commitment.*`; one that fits is enough.",
              schema =
                  @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 50))
          List<String> types,
      @QueryParam("subject")
          @Parameter(
              description = "What they are about, such as `contact/{id}` or `meeting/{id}`.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 200))
          String subject,
      @QueryParam("after")
          @Min(0)
          @Parameter(description = "Begin after this place: the `id` of a block, or a `sequence`.")
          Long after,
      @HeaderParam(LAST_ID)
          @Parameter(
              description = "The last `id` seen; it counts before `after`.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 20))
          String lastId) {
    var wanted = Selection.of(types, subject, null, credential.scopes());
    var place = lastId == null ? Optional.ofNullable(after) : Optional.of(placeOf(lastId));
    var stream = streams.open(wanted, place, credential.validFor());
    var request = current.getCurrent();
    if (request.request().method() == HttpMethod.HEAD) {
      stream.gone();
      return Response.ok().type(EVENT_STREAM).build();
    }
    request.addEndHandler(_ -> stream.gone());
    stream.onCut(() -> request.request().connection().close());
    StreamingOutput output = stream::writeTo;
    return Response.ok(output, EVENT_STREAM)
        // some proxies would otherwise collect what is to be passed on
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private static Long placeOf(String lastId) {
    if (!lastId.matches("\\d{1,18}")) {
      throw Problems.invalid(LAST_ID + ":", "place", "must be an id that this stream gave");
    }
    return Long.valueOf(lastId);
  }
}
