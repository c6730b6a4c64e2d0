package dev.followthrough.contacts.bulk;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of many contacts at once, over HTTP. */
@Path("/v1/contacts/bulk-change")
@Tag(name = "contacts", description = "The people in the owner's network.")
@RunOnVirtualThread
@Produces("application/json")
public class BulkChangeResource {

  private final BulkChanges changes;
  private final Answers answers;
  private final Idempotency idempotency;

  BulkChangeResource(BulkChanges changes, Answers answers, Idempotency idempotency) {
    this.changes = changes;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "changeContacts",
      summary = "Change tags, circle or cadence of up to 200 contacts",
      description = "All or nothing: a fault of one contact leaves every contact as it was.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = BulkChangeView.class, responseCode = "200")
  @Refuses(status = 422, types = "unknown-contact")
  public Response change(BulkChange wanted) {
    return idempotency.run(() -> answers.ok(changes.make(wanted)));
  }
}
