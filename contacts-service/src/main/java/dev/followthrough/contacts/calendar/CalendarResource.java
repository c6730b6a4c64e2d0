package dev.followthrough.contacts.calendar;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's meetings as a calendar file, over HTTP. */
@Path("/v1/calendar")
@Tag(name = "calendar", description = "Meetings from and for calendar programs (iCalendar).")
@RunOnVirtualThread
public class CalendarResource {

  /** The media type of RFC 5545. */
  static final String ICALENDAR = "text/calendar";

  private final Calendars calendars;
  private final CalendarWindow window;
  private final Answers answers;

  CalendarResource(Calendars calendars, CalendarWindow window, Answers answers) {
    this.calendars = calendars;
    this.window = window;
    this.answers = answers;
  }

  @GET
  @Produces(ICALENDAR)
  @Operation(
      operationId = "getCalendar",
      summary = "Read the meetings of a time as an iCalendar file",
      description =
          "Those that start within it, 2,000 at most, whatever became of them. Topics are told, and"
              + " never notes, figures or anybody's address.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = ICALENDAR, schema = @Schema(type = SchemaType.STRING)))
  @Refuses(status = 422, types = "too-many-events")
  public Response get(
      @Parameter(description = "From this instant on; 30 days before now unless said.")
          @QueryParam("from")
          Instant from,
      @Parameter(
              description =
                  "Up to this instant, 366 days after from at most; 120 days after from unless"
                      + " said.")
          @QueryParam("to")
          Instant to) {
    return answers.text(calendars.within(window.of(from, to)), MediaType.valueOf(ICALENDAR));
  }
}
