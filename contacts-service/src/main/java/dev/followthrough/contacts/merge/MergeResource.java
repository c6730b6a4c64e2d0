package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.contacts.merge.MergeView.MergePage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.ProblemDocument;
import dev.followthrough.platform.time.BusinessTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merges and their undoing, over HTTP. */
@Path("/v1")
@Tag(name = "merges", description = "Two contacts that turn out to be one person.")
@RunOnVirtualThread
@Produces("application/json")
public class MergeResource {

  private final Merges merges;
  private final Owners owners;
  private final Credential credential;
  private final Answers answers;
  private final Idempotency idempotency;
  private final BusinessTime time;

  MergeResource(
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
  @Path("/contacts/{id}/merge")
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
    return alone(
        () -> {
          var made = merges.merge(id, merge.contactId());
          return answers.created("/v1/merges/" + made.id, view(made), made.version);
        });
  }

  @GET
  @Path("/merges")
  @Operation(operationId = "listMerges", summary = "List merges, the last first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MergePage.class)
  public Response list(@BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    return answers.ok(
        page.of(
            merges.list(after, page.fetch()), this::view, merge -> List.of(merge.id.toString())));
  }

  @GET
  @Path("/merges/{id}")
  @Operation(operationId = "getMerge", summary = "Read a merge")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MergeView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(view(merges.get(id)));
  }

  @POST
  @Path("/merges/{id}/undo")
  @Operation(
      operationId = "undoMerge",
      summary = "Make two contacts of one again",
      description =
          "Within 30 days. What the merge moved goes back, and with it what hangs on that, such as an"
              + " answer to a touch. What came since stays with the contact that stayed, as do the"
              + " fields that were changed since; of a list that was, what the merge brought goes.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MergeView.class, responseCode = "200")
  @Refuses(status = 409, types = "merge-not-undoable")
  public Response undo(@PathParam("id") UUID id) {
    return alone(() -> answers.ok(view(merges.undo(id))));
  }

  /** It moves rows of all kinds: whatever else is being written for the owner ends first. */
  private Response alone(Supplier<Response> work) {
    return owners.alone(credential.owner(), () -> idempotency.run(work));
  }

  private MergeView view(ContactMerge merge) {
    return MergeView.of(merge, time.now());
  }
}
