package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.ask.WaitingSearch.Seen;
import dev.followthrough.commitments.ask.WaitingView.WaitingPage;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.events.AskDirection;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits of asks, over HTTP. */
@Path("/v1/asks/waiting")
@Tag(name = "asks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WaitingResource {

  private final Asks asks;
  private final Arrivals arrivals;
  private final Answers answers;

  WaitingResource(Asks asks, Arrivals arrivals, Answers answers) {
    this.asks = asks;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listWaitingAsks",
      summary = "List what waits of asks, with each contact, the longest waiting first",
      description =
          "Asked, answered without settling it, or deferred. A deferred one comes back at the start"
              + " of its day in the owner's zone (`ask.revisit_due`), and waits on.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(WaitingPage.class)
  public Response waiting(
      @BeanParam PageRequest page,
      @QueryParam("contactId") @Parameter(description = "Those with this contact.") UUID contactId,
      @QueryParam("direction") @Parameter(description = "The owner's, or the contacts'.")
          AskDirection direction,
      @QueryParam("cameBack")
          @Parameter(description = "Those whose day has come, or all the others.")
          Boolean cameBack) {
    var last = page.after(Seen::of).orElse(null);
    arrivals.ofContact(contactId);
    var search = new WaitingSearch(contactId, direction, cameBack, last, page.fetch());
    return answers.ok(page.of(asks.waiting(search), row -> row, Seen::key));
  }
}
