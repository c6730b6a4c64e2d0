package dev.followthrough.contacts.calendar;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.text.MostBytes;
import dev.followthrough.platform.text.TextBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Meetings from a calendar file, over HTTP. */
@Path("/v1/calendar-imports")
@Tag(name = "calendar", description = "Meetings from and for calendar programs (iCalendar).")
@RunOnVirtualThread
@Produces("application/json")
public class CalendarImportResource {

  private static final int MEGABYTE = 1_048_576;

  private final CalendarImports imports;
  private final CalendarWindow window;
  private final Answers answers;
  private final Idempotency idempotency;

  CalendarImportResource(
      CalendarImports imports, CalendarWindow window, Answers answers, Idempotency idempotency) {
    this.imports = imports;
    this.window = window;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(CalendarResource.ICALENDAR)
  @Operation(
      operationId = "importCalendar",
      summary = "Schedule, move and cancel meetings as an iCalendar file says",
      description =
          "Each event within the window, and of a series each occurrence, in which a contact takes"
              + " part by their e-mail address becomes a scheduled meeting: with one contact a"
              + " one-on-one, with more a group. The same file again adds nothing; a later version"
              + " of an event moves or cancels what is still scheduled. 1 MB, and 2,000 events"
              + " within the window, at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = CalendarResource.ICALENDAR,
              schema = @Schema(type = SchemaType.STRING, maxLength = MEGABYTE)))
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = CalendarImportView.class, responseCode = "200")
  @Refuses(status = 422, types = "too-many-events")
  public Response run(
      @Parameter(description = "From this instant on; 30 days before now unless said.")
          @QueryParam("from")
          Instant from,
      @Parameter(
              description =
                  "Up to this instant, 366 days after from at most; 120 days after from unless"
                      + " said.")
          @QueryParam("to")
          Instant to,
      @MostBytes(MEGABYTE) TextBody file) {
    var within = window.of(from, to);
    return idempotency.run(() -> answers.ok(imports.run(file.text(), within)));
  }
}
