package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.contact.PrivateParts;
import dev.followthrough.contacts.touch.TouchSearch.Seen;
import dev.followthrough.contacts.touch.TouchView.TouchPage;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Touches, over HTTP. */
@Path("/v1/touches")
@Tag(name = "touches", description = "Interactions that are not live conversations.")
@RunOnVirtualThread
@Produces("application/json")
public class TouchResource {

  private final Touches touches;
  private final TouchRemoval removal;
  private final PrivateParts privateParts;
  private final Answers answers;
  private final Idempotency idempotency;

  TouchResource(
      Touches touches,
      TouchRemoval removal,
      PrivateParts privateParts,
      Answers answers,
      Idempotency idempotency) {
    this.touches = touches;
    this.removal = removal;
    this.privateParts = privateParts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "recordTouch",
      summary = "Record a touch with a contact",
      description =
          "A contact's question or thanks that nobody answers within three days, by a touch or in a"
              + " meeting, becomes an open loop. A live conversation is a meeting, except a short"
              + " call.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = TouchView.class, responseCode = "201")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "happened-in-the-future", "touch-cannot-answer"})
  public Response create(NewTouch recorded) {
    privateParts.requireScope(recorded.note() != null);
    return idempotency.run(
        () -> {
          var touch = touches.record(recorded);
          return answers.created("/v1/touches/" + touch.id, view(touch), etag(touch));
        });
  }

  @GET
  @Operation(operationId = "listTouches", summary = "List touches, the latest first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(TouchPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("contactId") UUID contactId,
      @QueryParam("direction") TouchDirection direction,
      @QueryParam("kind") TouchKind kind,
      @Parameter(description = "Those that happened at this instant or later.") @QueryParam("since")
          Instant since,
      @Parameter(description = "Those that happened before this instant.") @QueryParam("until")
          Instant until) {
    var last = page.after(Seen::of).orElse(null);
    var search = new TouchSearch(contactId, direction, kind, since, until, last, page.fetch());
    return answers.ok(page.of(touches.list(search), this::view, Seen::key));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getTouch", summary = "Read a touch")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(TouchView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(touches.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeTouch",
      summary = "Correct a touch",
      description =
          "Contact and direction stay. Clearing `awaitsReply` or `asksNothing` lets it follow from"
              + " the rest again.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(TouchView.class)
  @Refuses(status = 409, types = "touch-answered-before")
  @Refuses(
      status = 422,
      types = {"happened-in-the-future", "touch-cannot-answer"})
  public Response change(@PathParam("id") UUID id, MergePatch<TouchFields> patch) {
    privateParts.requireScope(patch.names("note"));
    return answer(touches.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeTouch",
      summary = "Remove a touch that was recorded in error",
      description =
          "What it answered is unanswered by it; what answered it, a touch or a meeting, answers"
              + " nothing.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "The touch is removed.")
  public Response remove(@PathParam("id") UUID id) {
    removal.remove(id);
    return answers.noContent();
  }

  private Response answer(Touch touch) {
    return answers.ok(view(touch), etag(touch));
  }

  /** What is read without the note is another representation of the same version. */
  private Etag etag(Touch touch) {
    return privateParts.mayBeRead() ? Etag.of(touch.version) : Etag.of(touch.version, "shared");
  }

  private TouchView view(Touch touch) {
    return TouchView.of(touch, privateParts.mayBeRead());
  }
}
