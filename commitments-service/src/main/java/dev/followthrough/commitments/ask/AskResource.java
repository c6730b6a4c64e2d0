package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.ask.AskView.AskPage;
import dev.followthrough.commitments.ask.Asks.ShownAsk;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.events.AskDirection;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
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

/** Asks, over HTTP. */
@Path("/v1/asks")
@Tag(name = "asks", description = "What the owner asked of contacts, and they of the owner.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AskResource {

  private final Asks asks;
  private final Outcomes outcomes;
  private final Arrivals arrivals;
  private final Credential credential;
  private final Answers answers;
  private final Idempotency idempotency;

  AskResource(
      Asks asks,
      Outcomes outcomes,
      Arrivals arrivals,
      Credential credential,
      Answers answers,
      Idempotency idempotency) {
    this.asks = asks;
    this.outcomes = outcomes;
    this.arrivals = arrivals;
    this.credential = credential;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "makeAsk",
      summary = "Record an ask of up to ten contacts, or of the owner",
      description =
          "The touch with each contact is recorded with it, under the `touchId` that the answer"
              + " names: do not record it again.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(value = AskView.class, responseCode = "201")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "happened-in-the-future", "ask-goal-unknown"})
  public Response create(NewAsk made) {
    arrivals.ofContacts(made.contactIds());
    arrivals.ofGoal(made.goalId());
    return idempotency.run(
        () -> {
          var shown = asks.make(made);
          return answers.created("/v1/asks/" + shown.ask().id, view(shown), etag(shown));
        });
  }

  @GET
  @Operation(operationId = "listAsks", summary = "List asks, the newest first")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(AskPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("contactId") @Parameter(description = "Those with this contact.") UUID contactId,
      @QueryParam("direction") @Parameter(description = "The owner's, or the contacts'.")
          AskDirection direction,
      @QueryParam("goalId") @Parameter(description = "Those that serve this goal.") UUID goalId) {
    var last = page.after(key -> UUID.fromString(key.getFirst())).orElse(null);
    arrivals.ofContact(contactId);
    var search = new AskSearch(contactId, direction, goalId, last, page.fetch());
    return answers.ok(
        page.of(asks.list(search), this::view, shown -> List.of(shown.ask().id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getAsk",
      summary = "Read an ask with what came of it",
      description =
          "Of a lost one the contact's reliability at that time is left out without the scope"
              + " `standing:read`; so it is in the list and in the answer to an outcome.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(AskView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(asks.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeAsk",
      summary = "Correct what an ask says",
      description =
          "Its words, the goal that it serves and the offer that it is about. With whom, which way,"
              + " how and when it was asked stays, and so does what came of it.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(AskView.class)
  @Refuses(
      status = 422,
      types = {"ask-goal-unknown"})
  public Response change(@PathParam("id") UUID id, MergePatch<AskFields> patch) {
    if (patch.names("goalId")) {
      arrivals.ofGoal(asks.wanted(id, patch).goalId());
    }
    return answer(asks.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeAsk",
      summary = "Remove an ask that was recorded in error",
      description =
          "With all its contacts, what came of it and the touches that it was. One that was really"
              + " made is let go instead.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponse(responseCode = "204", description = "The ask is removed.")
  public Response remove(@PathParam("id") UUID id) {
    asks.remove(id);
    return answers.noContent();
  }

  @POST
  @Path("/{id}/outcomes")
  @Operation(
      operationId = "recordAskOutcome",
      summary = "Record what came of an ask with one contact",
      description =
          "Answered, deferred to a day, granted, declined, lost to somebody else, or let go. What"
              + " ended can still turn out otherwise; the steps before stay readable.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(AskView.class)
  @Refuses(
      status = 409,
      types = {"ask-outcome-not-next", "ask-too-many-outcomes"})
  @Refuses(
      status = 422,
      types = {"not-asked", "happened-in-the-future", "ask-outcome-too-early"})
  public Response outcome(@PathParam("id") UUID id, NewOutcome outcome) {
    return idempotency.run(() -> answer(outcomes.record(id, outcome)));
  }

  private Response answer(ShownAsk shown) {
    return answers.ok(view(shown), etag(shown));
  }

  private AskView view(ShownAsk shown) {
    return AskView.of(shown.ask(), shown.of(), withStanding());
  }

  private Etag etag(ShownAsk shown) {
    long version = shown.ask().version;
    return withStanding() ? Etag.of(version, "standing") : Etag.of(version);
  }

  private boolean withStanding() {
    return credential.scopes().contains("standing:read");
  }
}
