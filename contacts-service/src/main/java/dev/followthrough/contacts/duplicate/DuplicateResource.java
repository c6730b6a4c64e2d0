package dev.followthrough.contacts.duplicate;

import dev.followthrough.contacts.duplicate.DismissalView.DismissalPage;
import dev.followthrough.contacts.duplicate.DuplicateView.DuplicatePage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Likely pairs, and those that are none, over HTTP. */
@Path("/v1/duplicates")
@Tag(name = "duplicates", description = "Contacts who are likely to be one person.")
@RunOnVirtualThread
@Produces("application/json")
public class DuplicateResource {

  private final Duplicates duplicates;
  private final Answers answers;
  private final Idempotency idempotency;

  DuplicateResource(Duplicates duplicates, Answers answers, Idempotency idempotency) {
    this.duplicates = duplicates;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      operationId = "listDuplicates",
      summary = "List pairs of contacts who are likely to be one person, with the reasons",
      description =
          "The same e-mail address, telephone number or link; the same words as names; or names much"
              + " alike at the same organisation. See mergeContacts, and dismissDuplicate for two who"
              + " are not one.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(DuplicatePage.class)
  public Response list(@BeanParam PageRequest page) {
    var after =
        page.after(key -> new Pair(UUID.fromString(key.get(1)), UUID.fromString(key.get(0))));
    return answers.ok(
        page.of(
            duplicates.list(after, page.fetch()),
            pair -> pair,
            pair -> List.of(pair.newer().toString(), pair.older().toString())));
  }

  @POST
  @Path("/dismissals")
  @Operation(
      operationId = "dismissDuplicate",
      summary = "Say that two contacts are not one: the pair is not listed any more")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = DismissalView.class, responseCode = "201")
  @Refuses(status = 422, types = "unknown-contact")
  public Response dismiss(NewDismissal said) {
    return idempotency.run(
        () -> {
          var made = duplicates.dismiss(said);
          return answers.created(
              "/v1/duplicates/dismissals/" + made.id, DismissalView.of(made), made.version);
        });
  }

  @GET
  @Path("/dismissals")
  @Operation(
      operationId = "listDuplicateDismissals",
      summary = "List the pairs that are not one, the last dismissed first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(DismissalPage.class)
  public Response dismissals(@BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    return answers.ok(
        page.of(
            duplicates.dismissals(after, page.fetch()),
            DismissalView::of,
            one -> List.of(one.id.toString())));
  }

  @GET
  @Path("/dismissals/{id}")
  @Operation(operationId = "getDuplicateDismissal", summary = "Read that two contacts are not one")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(DismissalView.class)
  public Response dismissal(@PathParam("id") UUID id) {
    var one = duplicates.dismissal(id);
    return answers.ok(DismissalView.of(one), one.version);
  }

  @DELETE
  @Path("/dismissals/{id}")
  @Operation(
      operationId = "takeBackDuplicateDismissal",
      summary = "Take back that two contacts are not one: the pair may be listed again")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "It is taken back.")
  public Response takeBack(@PathParam("id") UUID id) {
    duplicates.takeBack(id);
    return answers.noContent();
  }
}
