package dev.followthrough.contacts.brief;

import dev.followthrough.platform.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The brief of a meeting, over HTTP. */
@Path("/v1/meetings/{id}/brief")
@Tag(name = "briefs", description = "What to know before a meeting, on one page.")
@RunOnVirtualThread
@Produces("application/json")
public class MeetingBriefResource {

  private final BriefPages briefs;
  private final Answers answers;

  MeetingBriefResource(BriefPages briefs, Answers answers) {
    this.briefs = briefs;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getMeetingBrief",
      summary = "Read what to know before a meeting, of each of its contacts",
      description =
          "Who they are, what they do and need, the last touches and meetings, open loops, what is"
              + " owed both ways (commitments with the scope commitments:read; thanks, apologies and"
              + " the balance of favours with standing:read) and what to ask. Before a first"
              + " meeting what to learn and how to help, and nothing to ask for.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MeetingBriefView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(briefs.ofMeeting(id));
  }
}
