package dev.followthrough.commitments.readywords;

import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.commitments.template.Occasion;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Words ready to send about an action idea, over HTTP. */
@Path("/v1/action-ideas/{id}/words")
@Tag(name = "action ideas")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class IdeaWordsResource {

  private final ReadyWords words;
  private final Arrivals arrivals;
  private final Answers answers;

  IdeaWordsResource(ReadyWords words, Arrivals arrivals, Answers answers) {
    this.words = words;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getActionIdeaWords",
      summary = "Get words ready to send about an action idea",
      description =
          "Before there is a commitment, or to introduce two contacts to each other. An individual"
              + " idea is taken as something that the owner would do.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(ReadyWordsView.class)
  @Refuses(
      status = 422,
      types = {"unknown-contact"})
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("for") @NotNull @Parameter(description = CommitmentWordsResource.FOR)
          Occasion occasion,
      @QueryParam("contactId") @NotNull @Parameter(description = "To whom they are addressed.")
          UUID contactId,
      @QueryParam("introducedId") @Parameter(description = CommitmentWordsResource.INTRODUCED)
          UUID introducedId) {
    arrivals.ofContact(contactId);
    arrivals.ofContact(introducedId);
    return answers.ok(words.ofIdea(id, occasion, contactId, introducedId));
  }
}
