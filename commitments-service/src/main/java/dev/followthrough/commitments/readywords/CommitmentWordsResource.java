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

/** Words ready to send about a commitment, over HTTP. */
@Path("/v1/commitments/{id}/words")
@Tag(name = "action ideas")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommitmentWordsResource {

  static final String FOR = "What they are to be sent for.";
  static final String INTRODUCED = "For an introduction, and then required: whom to.";

  private final ReadyWords words;
  private final Arrivals arrivals;
  private final Answers answers;

  CommitmentWordsResource(ReadyWords words, Arrivals arrivals, Answers answers) {
    this.words = words;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getCommitmentWords",
      summary = "Get words ready to send about a commitment",
      description =
          "With what was agreed and the deadline written out in the owner's zone; what nobody"
              + " knows is left out. An apology is for what the owner promised and missed.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(ReadyWordsView.class)
  @Refuses(
      status = 409,
      types = {"nothing-to-apologise-for"})
  @Refuses(
      status = 422,
      types = {"not-the-owners-promise", "not-a-participant", "unknown-contact"})
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("for") @NotNull @Parameter(description = FOR) Occasion occasion,
      @QueryParam("contactId")
          @Parameter(
              description =
                  "To which participant. Absent: to the other one, or of a group to all of them.")
          UUID contactId,
      @QueryParam("introducedId") @Parameter(description = INTRODUCED) UUID introducedId) {
    arrivals.ofContact(introducedId);
    return answers.ok(words.ofCommitment(id, occasion, contactId, introducedId));
  }
}
