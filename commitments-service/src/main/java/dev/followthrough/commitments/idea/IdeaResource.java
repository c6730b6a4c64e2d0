package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.idea.IdeaView.IdeaPage;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
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

/** Action ideas, over HTTP. */
@Path("/v1/action-ideas")
@Tag(name = "action ideas", description = "What could be promised, and the words to say it.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class IdeaResource {

  private final Ideas ideas;
  private final Answers answers;
  private final Idempotency idempotency;

  IdeaResource(Ideas ideas, Answers answers, Idempotency idempotency) {
    this.ideas = ideas;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      operationId = "listActionIdeas",
      summary = "List action ideas",
      description = "The owner's own, the newest first, then those of the catalogue.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(IdeaPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("kind") @Parameter(description = "The shared or the individual ones.")
          CommitmentKind kind,
      @QueryParam("complexity") @Parameter(description = "The simple or the complex ones.")
          Complexity complexity,
      @QueryParam("q")
          @Size(min = 1, max = 100)
          @Parameter(description = "Words that stand in the idea or its area.")
          String q) {
    var last = page.after(key -> UUID.fromString(key.getFirst()));
    var found = ideas.list(new IdeaSearch(kind, complexity, q), last, page.fetch());
    return answers.ok(page.of(found, IdeaView::of, idea -> List.of(idea.id().toString())));
  }

  @POST
  @Operation(
      operationId = "addActionIdea",
      summary = "Add an action idea of your own",
      description = "At most 500.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(value = IdeaView.class, responseCode = "201")
  @Refuses(
      status = 409,
      types = {"too-many-action-ideas"})
  public Response add(IdeaFields fields) {
    return idempotency.run(
        () -> {
          var idea = ideas.add(fields);
          return answers.created(
              "/v1/action-ideas/" + idea.id, IdeaView.of(idea.idea()), idea.version);
        });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getActionIdea", summary = "Read an action idea")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(IdeaView.class)
  public Response get(@PathParam("id") UUID id) {
    return ideas.own(id).map(this::answer).orElseGet(() -> answers.ok(IdeaView.of(ideas.get(id))));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeActionIdea", summary = "Change an action idea of your own")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(IdeaView.class)
  @Refuses(
      status = 409,
      types = {"action-idea-of-the-catalogue"})
  public Response change(@PathParam("id") UUID id, MergePatch<IdeaFields> patch) {
    return answer(ideas.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeActionIdea",
      summary = "Delete an action idea of your own",
      description = "Commitments that came from it keep their words.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponse(responseCode = "204", description = "The idea is deleted.")
  @Refuses(
      status = 409,
      types = {"action-idea-of-the-catalogue"})
  public Response remove(@PathParam("id") UUID id) {
    ideas.remove(id);
    return answers.noContent();
  }

  private Response answer(OwnIdea idea) {
    return answers.ok(IdeaView.of(idea.idea()), idea.version);
  }
}
