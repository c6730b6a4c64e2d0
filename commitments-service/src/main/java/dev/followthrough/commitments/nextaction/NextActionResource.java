package dev.followthrough.commitments.nextaction;

import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.commitments.nextaction.ActionList.Search;
import dev.followthrough.commitments.nextaction.NextActionView.NextActionPage;
import dev.followthrough.commitments.nextaction.NextActions.Line;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's list for today, over HTTP. */
@Path("/v1/next-actions")
@Tag(name = "next-actions", description = "The owner's one list for today, with the reasons.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NextActionResource {

  private final NextActions actions;
  private final Arrivals arrivals;
  private final Credential credential;
  private final Answers answers;
  private final Idempotency idempotency;

  NextActionResource(
      NextActions actions,
      Arrivals arrivals,
      Credential credential,
      Answers answers,
      Idempotency idempotency) {
    this.actions = actions;
    this.arrivals = arrivals;
    this.credential = credential;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      operationId = "listNextActions",
      summary = "List what the owner is to do today, the first first",
      description =
          "By kind, in the order in which `kind` names them: apologies first. Own promises come by"
              + " their deadline; of all other kinds the inner circle first, then what has waited"
              + " longest. What is done elsewhere leaves by itself. Proposals of 1:1:1s and asks worth"
              + " making rest on standing, and are left out without the scope `standing:read`.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(NextActionPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("kind") @Parameter(description = "Those of this kind.") NextActionKind kind,
      @QueryParam("contactId") @Parameter(description = "Those with this contact.") UUID contactId,
      @QueryParam("hidden")
          @Parameter(description = "True: those that are hidden, instead of those that are not.")
          Boolean hidden) {
    var last = page.after(NextActionResource::place).orElse(null);
    arrivals.ofContact(contactId);
    var search =
        new Search(
            kind, contactId, Boolean.TRUE.equals(hidden), withStanding(), last, page.fetch());
    return answers.ok(page.of(actions.list(search), NextActionView::of, NextActionResource::key));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getNextAction",
      summary = "Read a line of the list, be it hidden or not")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(NextActionView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(actions.get(id, withStanding()));
  }

  @POST
  @Path("/{id}/snooze")
  @Operation(
      operationId = "snoozeNextAction",
      summary = "Put a line out of sight until an instant",
      description = "No deadline moves by it.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(NextActionView.class)
  public Response snooze(@PathParam("id") UUID id, NewSnooze snooze) {
    return idempotency.run(() -> answer(actions.snooze(id, snooze.until(), withStanding())));
  }

  @POST
  @Path("/{id}/dismissal")
  @Operation(
      operationId = "dismissNextAction",
      summary = "Put a line out of sight for good",
      description =
          "Until it is to be done anew, such as on a contact's next day. A promise cannot be"
              + " dismissed.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(NextActionView.class)
  @Refuses(
      status = 409,
      types = {"promise-cannot-be-dismissed"})
  public Response dismiss(@PathParam("id") UUID id) {
    return idempotency.run(() -> answer(actions.dismiss(id, withStanding())));
  }

  @POST
  @Path("/{id}/done")
  @Operation(
      operationId = "completeNextAction",
      summary = "Say that it was done, where nothing else records it",
      description =
          "The line is put out of sight until it is to be done anew; nothing else is recorded. A"
              + " promise is delivered, and a miss apologised for, by the call that `doneBy` names.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(NextActionView.class)
  @Refuses(
      status = 409,
      types = {"done-by-its-call"})
  public Response done(@PathParam("id") UUID id) {
    return idempotency.run(() -> answer(actions.done(id, withStanding())));
  }

  @DELETE
  @Path("/{id}/hiding")
  @Operation(operationId = "showNextAction", summary = "Show a line again that was hidden")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponse(responseCode = "204", description = "The line is shown.")
  public Response show(@PathParam("id") UUID id) {
    actions.show(id, withStanding());
    return answers.noContent();
  }

  private Response answer(Line line) {
    return answers.ok(NextActionView.of(line));
  }

  private boolean withStanding() {
    return credential.scopes().contains("standing:read");
  }

  private static List<String> key(Line line) {
    var place = line.action().place();
    return List.of(
        place.kind().name(),
        Boolean.toString(place.inner()),
        place.at().toString(),
        place.subject().toString());
  }

  private static Place place(List<String> key) {
    return new Place(
        NextActionKind.valueOf(key.get(0)),
        Boolean.parseBoolean(key.get(1)),
        PageRequest.instant(key.get(2)),
        UUID.fromString(key.get(3)));
  }
}
