package dev.followthrough.commitments.assessment;

import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's assessments, and the contacts' as far as the owner may see them. */
@Path("/v1/commitments/{id}/assessment")
@Tag(name = "commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {

  private final Assessments assessments;
  private final Answers answers;
  private final Idempotency idempotency;

  AssessmentResource(Assessments assessments, Answers answers, Idempotency idempotency) {
    this.assessments = assessments;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "assessCommitment",
      summary = "Assess, as the receiver, what was delivered or done together",
      description =
          "The quality of a contact's delivered individual commitment, also of a late one; or how"
              + " the two of you worked together on the shared one. It can be changed until the"
              + " other side has given theirs, and is given within 14 days after the agreement was"
              + " due.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(AssessmentView.class)
  @Refuses(
      status = 409,
      types = {
        "nothing-to-assess",
        "assessment-final",
        "assessment-closed",
        "assessment-changed-too-often"
      })
  @Refuses(
      status = 422,
      types = {"only-receiver-assesses", "not-a-participant", "name-one"})
  public Response assess(@PathParam("id") UUID id, NewAssessment assessment) {
    return idempotency.run(() -> answers.ok(assessments.assess(id, Party.OWNER, assessment)));
  }

  @GET
  @Operation(
      operationId = "getAssessments",
      summary = "Read what was given about a commitment",
      description =
          "A contact's stays blind, without value and comment, until the owner has given theirs or"
              + " 14 days have passed since the agreement was due.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(AssessmentView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(assessments.of(id, Party.OWNER));
  }
}
