package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.favour.FavourSearch.Seen;
import dev.followthrough.commitments.favour.FavourView.FavourPage;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.events.FavourDirection;
import dev.followthrough.platform.http.Answers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Favours, over HTTP. */
@Path("/v1/favours")
@Tag(name = "favours", description = "Value given and received beside what was promised.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FavourResource {

  private final Favours favours;
  private final Arrivals arrivals;
  private final Answers answers;
  private final Idempotency idempotency;

  FavourResource(Favours favours, Arrivals arrivals, Answers answers, Idempotency idempotency) {
    this.favours = favours;
    this.arrivals = arrivals;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "recordFavour",
      summary = "Record a favour given or received",
      description =
          "What is delivered of an individual commitment counts by itself. A favour that is the same"
              + " deed names it in `commitmentId`, and the two count once, as the heavier.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(value = FavourView.class, responseCode = "201")
  @Refuses(
      status = 422,
      types = {
        "unknown-contact",
        "happened-in-the-future",
        "introduction-wrong-way",
        "not-the-same-deed"
      })
  public Response create(NewFavour recorded) {
    arrivals.ofContact(recorded.contactId());
    return idempotency.run(
        () -> {
          var favour = favours.record(recorded);
          return answers.created("/v1/favours/" + favour.id, FavourView.of(favour), favour.version);
        });
  }

  @GET
  @Operation(operationId = "listFavours", summary = "List favours, the latest first")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(FavourPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("contactId") @Parameter(description = "Those with this contact.") UUID contactId,
      @QueryParam("direction") @Parameter(description = "Those given, or those received.")
          FavourDirection direction,
      @QueryParam("thanksSaid")
          @Parameter(description = "Those for which thanks were said, or were not.")
          Boolean thanksSaid) {
    var last = page.after(Seen::of).orElse(null);
    arrivals.ofContact(contactId);
    var search = new FavourSearch(contactId, direction, thanksSaid, last, page.fetch());
    return answers.ok(page.of(favours.list(search), FavourView::of, Seen::key));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getFavour", summary = "Read a favour")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(FavourView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(favours.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeFavour",
      summary = "Correct a favour, or say that thanks were said",
      description = "Contact and direction stay.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(FavourView.class)
  @Refuses(
      status = 422,
      types = {"happened-in-the-future", "introduction-wrong-way", "not-the-same-deed"})
  public Response change(@PathParam("id") UUID id, MergePatch<FavourFields> patch) {
    return answer(favours.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeFavour", summary = "Remove a favour that was recorded in error")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponse(responseCode = "204", description = "The favour is removed.")
  public Response remove(@PathParam("id") UUID id) {
    favours.remove(id);
    return answers.noContent();
  }

  private Response answer(Favour favour) {
    return answers.ok(FavourView.of(favour), favour.version);
  }
}
