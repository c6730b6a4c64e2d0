package dev.followthrough.contacts.calendar;

import dev.followthrough.platform.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One meeting as a calendar file, over HTTP. */
@Path("/v1/meetings/{id}/calendar")
@Tag(name = "calendar", description = "Meetings from and for calendar programs (iCalendar).")
@RunOnVirtualThread
public class MeetingCalendarResource {

  private final Calendars calendars;
  private final Answers answers;

  MeetingCalendarResource(Calendars calendars, Answers answers) {
    this.calendars = calendars;
    this.answers = answers;
  }

  @GET
  @Produces(CalendarResource.ICALENDAR)
  @Operation(
      operationId = "getMeetingCalendar",
      summary = "Read a meeting as an iCalendar file",
      description =
          "Under the UID and in the time zone in which a file brought it, else under one of our own"
              + " and in the owner's.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = CalendarResource.ICALENDAR,
              schema = @Schema(type = SchemaType.STRING)))
  public Response get(@PathParam("id") UUID id) {
    return answers.text(calendars.of(id), MediaType.valueOf(CalendarResource.ICALENDAR));
  }
}
