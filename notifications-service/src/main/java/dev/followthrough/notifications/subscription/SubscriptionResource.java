package dev.followthrough.notifications.subscription;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.PublicOperation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A calendar feed as calendar programs read it, over HTTP. */
@Path("/v1/feeds/{token}/calendar.ics")
@Tag(name = "calendar-feeds")
@RunOnVirtualThread
public class SubscriptionResource {

  private static final String ICALENDAR = "text/calendar";
  private static final String KEPT = "private, max-age=900";

  private final SubscribedCalendars calendars;
  private final Answers answers;

  SubscriptionResource(SubscribedCalendars calendars, Answers answers) {
    this.calendars = calendars;
    this.answers = answers;
  }

  @GET
  @Produces(ICALENDAR)
  @PublicOperation
  @Operation(
      operationId = "readCalendarFeed",
      summary = "Read a calendar feed as a calendar program does",
      description =
          "Its address is the only credential. Meetings, deadlines of agreements and days for"
              + " keeping in touch as events: what ended in the last 90 days and what begins within"
              + " 366, at most 1,000, those ahead first. What was cancelled is told for 30 days. An"
              + " address that is unknown or revoked is answered 404. Look once an hour; at most 30"
              + " reads of one feed a minute, unless the operator sets it otherwise.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = ICALENDAR, schema = @Schema(type = SchemaType.STRING)))
  public Response read(@PathParam("token") String token) {
    var answer = answers.text(calendars.read(token), MediaType.valueOf(ICALENDAR));
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, KEPT);
    answer
        .getHeaders()
        .putSingle(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"followthrough.ics\"");
    answer.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
    answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return answer;
  }
}
