package dev.followthrough.contacts.contact;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** The people of the owner's network, one by one, over HTTP. */
@Path("/v1/contacts")
@Tag(name = "contacts", description = "The people in the owner's network.")
@RunOnVirtualThread
@Produces("application/json")
public class ContactResource {

  private final Contacts contacts;
  private final Removal removal;
  private final PrivateParts privateParts;
  private final Answers answers;
  private final Idempotency idempotency;

  ContactResource(
      Contacts contacts,
      Removal removal,
      PrivateParts privateParts,
      Answers answers,
      Idempotency idempotency) {
    this.contacts = contacts;
    this.removal = removal;
    this.privateParts = privateParts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(operationId = "createContact", summary = "Add a person to the network")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ContactView.class, responseCode = "201")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal"})
  public Response create(ContactFields fields) {
    privateParts.requireScope(fields.hasPrivateParts());
    return idempotency.run(
        () -> {
          var contact = contacts.create(fields);
          return answers.created("/v1/contacts/" + contact.id, view(contact), etag(contact));
        });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getContact", summary = "Read a contact")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ContactView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(@PathParam("id") UUID id) {
    var contact = contacts.get(id);
    return answers.ok(view(contact), etag(contact));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeContact", summary = "Change what is known of a contact")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(ContactView.class)
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal"})
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response change(@PathParam("id") UUID id, MergePatch<ContactFields> patch) {
    privateParts.requireScope(patch.names("notes") || patch.names("caveats"));
    var contact = contacts.change(id, patch);
    return answers.ok(view(contact), etag(contact));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeContact",
      summary = "Remove a contact from the network",
      description =
          "Its open commitments end without evidence. It can be restored for 30 days, then it is erased"
              + " everywhere. To forget a person at once, see eraseData.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "The contact is removed.")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response remove(@PathParam("id") UUID id) {
    removal.remove(id);
    return answers.noContent();
  }

  @POST
  @Path("/{id}/restoration")
  @Operation(
      operationId = "restoreContact",
      summary = "Bring back a removed contact",
      description = "Within 30 days of its removal. Commitments that its removal voided stay void.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ContactView.class, responseCode = "200")
  @Refuses(status = 409, types = "contact-not-removed")
  @Refuses(status = 412, types = "precondition-failed")
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response restore(@PathParam("id") UUID id) {
    return idempotency.run(
        () -> {
          var contact = removal.restore(id);
          return answers.ok(view(contact), etag(contact));
        });
  }

  private ContactView view(Contact contact) {
    return ContactView.of(contact, privateParts.mayBeRead());
  }

  /** What is read without the private parts is another representation of the same version. */
  private Etag etag(Contact contact) {
    return privateParts.mayBeRead() ? Etag.of(contact.version) : Etag.of(contact.version, "shared");
  }
}
