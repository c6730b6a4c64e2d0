package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.merge.MergeView.MergePage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.paging.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merges that were made, and their undoing, over HTTP. */
@Path("/v1/merges")
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

  @GET
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
  @Path("/{id}")
  @Operation(operationId = "getMerge", summary = "Read a merge")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MergeView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(view(merges.get(id)));
  }

  @POST
  @Path("/{id}/undo")
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
    // it moves rows of all kinds: whatever else is being written for the owner ends first
    return owners.alone(
        credential.owner(), () -> idempotency.run(() -> answers.ok(view(merges.undo(id)))));
  }

  private MergeView view(ContactMerge merge) {
    return MergeView.of(merge, time.now());
  }
}
