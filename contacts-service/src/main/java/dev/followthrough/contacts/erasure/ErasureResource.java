package dev.followthrough.contacts.erasure;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Erasures and their receipts, over HTTP. */
@Path("/v1/erasures")
@Tag(name = "erasures", description = "Forgetting a contact, or the whole owner, everywhere.")
@RunOnVirtualThread
@Produces("application/json")
public class ErasureResource {

  private final Erasures erasures;
  private final Owners owners;
  private final Credential credential;
  private final Answers answers;
  private final Idempotency idempotency;

  ErasureResource(
      Erasures erasures,
      Owners owners,
      Credential credential,
      Answers answers,
      Idempotency idempotency) {
    this.erasures = erasures;
    this.owners = owners;
    this.credential = credential;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "eraseData",
      summary = "Erase one contact, or everything of the owner, in every service",
      description = "There is no way back. The receipt says which services have done it, and when.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ErasureView.class, responseCode = "202")
  @Refuses(status = 404, types = "not-found")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response erase(NewErasure wanted) {
    // whatever else is being written for the owner ends first, or it would be left behind
    return owners.alone(
        credential.owner(),
        () ->
            idempotency.run(
                () -> {
                  var erasure = erasures.erase(wanted);
                  return answers.accepted("/v1/erasures/" + erasure.id, ErasureView.of(erasure));
                }));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getErasure", summary = "Read how far an erasure is: its receipt")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ErasureView.class)
  public Response get(@PathParam("id") UUID id) {
    var erasure = erasures.get(id);
    return answers.ok(ErasureView.of(erasure), erasure.version);
  }
}
