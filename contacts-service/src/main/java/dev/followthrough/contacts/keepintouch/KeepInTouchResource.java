package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.keepintouch.PlanSearch.Place;
import dev.followthrough.contacts.keepintouch.TurnView.KeepInTouchPage;
import dev.followthrough.contacts.keepintouch.TurnView.Placed;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan of keeping in touch, over HTTP. */
@Path("/v1/keep-in-touch")
@Tag(name = "keep-in-touch", description = "Whose turn it is to be written to, and why.")
@RunOnVirtualThread
@Produces("application/json")
public class KeepInTouchResource {

  private final KeepInTouch keepInTouch;
  private final Answers answers;

  KeepInTouchResource(KeepInTouch keepInTouch, Answers answers) {
    this.keepInTouch = keepInTouch;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listKeepInTouch",
      summary = "List whose turn it is to be written to in the next 14 days, and who is overdue",
      description =
          "Due is the last touch or held meeting, else the admission, plus the cadence. A day takes"
              + " as many as the daily budget (`rhythm.touchesPerDay` of the profile), the inner"
              + " circle first, then who has waited longest, and nobody while guidance objects to a"
              + " touch. Any touch moves a turn. Who was told of before and not written to is overdue:"
              + " listed today, beside the budget, until there is a touch; the 1000 longest silent at"
              + " most.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(KeepInTouchPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @Parameter(description = "The first day. Absent: today.") @QueryParam("from") LocalDate from,
      @Parameter(description = "The last day. Absent: the end of the plan.") @QueryParam("to")
          LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      throw Problems.invalid("?to", "not-before-from", "must not lie before from");
    }
    var search = new PlanSearch(from, to, page.after(Place::read), page.fetch());
    return answers.ok(
        page.of(keepInTouch.list(search), Placed::view, placed -> placed.place().key()));
  }
}
