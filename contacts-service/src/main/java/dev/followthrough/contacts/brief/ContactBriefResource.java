package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The brief of a contact, over HTTP. */
@Path("/v1/contacts/{id}/brief")
@Tag(name = "briefs", description = "What to know before a meeting, on one page.")
@RunOnVirtualThread
@Produces("application/json")
public class ContactBriefResource {

  private final BriefPages briefs;
  private final Answers answers;

  ContactBriefResource(BriefPages briefs, Answers answers) {
    this.briefs = briefs;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getContactBrief",
      summary = "Read what to know before meeting a contact",
      description =
          "Who they are, what they do and need, the last touches and meetings, open loops, what is"
              + " owed both ways (commitments with the scope commitments:read; thanks, apologies and"
              + " the balance of favours with standing:read) and what to ask. Before a first"
              + " meeting what to learn and how to help, and nothing to ask for.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ContactBriefView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(briefs.ofContact(id));
  }
}
