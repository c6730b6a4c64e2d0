package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.ProblemDocument;
import dev.followthrough.platform.time.BusinessTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Merging a contact into another, over HTTP. */
@Path("/v1/contacts/{id}/merge")
@Tag(name = "merges", description = "Two contacts that turn out to be one person.")
@RunOnVirtualThread
@Produces("application/json")
public class ContactMergeResource {

  private final Merges merges;
  private final Owners owners;
  private final Credential credential;
  private final Answers answers;
  private final Idempotency idempotency;
  private final BusinessTime time;

  ContactMergeResource(
      Merges merges,
      Owners owners,
      Credential credential,
      Answers answers,
      Idempotency idempotency,
      BusinessTime time) {
    this.merges = merges;
    this.owners = owners;
    this.credential = credential;
    this.answers = answers;
    this.idempotency = idempotency;
    this.time = time;
  }

  @POST
  @Operation(
      operationId = "mergeContacts",
      summary = "Merge another contact into this one",
      description =
          "The one in the path stays. What is said of it holds, the other fills what it leaves"
              + " unsaid, lists are united, and what they say differently stands in a note. Every"
              + " touch, meeting, commitment, favour and ask of the other is this one's from then on;"
              + " the other answers 410 with this one's id. Within 30 days it can be undone.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MergeView.class, responseCode = "201")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 409, types = "merge-two-people")
  @Refuses(status = 410, types = "merged-into")
  @Refuses(status = 412, types = "precondition-failed")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "merge-too-much"})
  public Response merge(@PathParam("id") UUID id, NewMerge merge) {
    // it moves rows of all kinds: whatever else is being written for the owner ends first
    return owners.alone(
        credential.owner(),
        () ->
            idempotency.run(
                () -> {
                  var made = merges.merge(id, merge.contactId());
                  return answers.created(
                      "/v1/merges/" + made.id, MergeView.of(made, time.now()), made.version);
                }));
  }
}
