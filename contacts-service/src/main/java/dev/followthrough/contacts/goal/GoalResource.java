package dev.followthrough.contacts.goal;

import dev.followthrough.contacts.goal.GoalView.BroughtPage;
import dev.followthrough.contacts.goal.GoalView.BroughtView;
import dev.followthrough.contacts.goal.GoalView.GoalPage;
import dev.followthrough.contacts.goal.Goals.ShownGoal;
import dev.followthrough.events.GoalStatus;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's goals, over HTTP. */
@Path("/v1/goals")
@Tag(name = "goals", description = "What the owner is after, and what it brought.")
@RunOnVirtualThread
@Produces("application/json")
public class GoalResource {

  private final Goals goals;
  private final Answers answers;
  private final Idempotency idempotency;

  GoalResource(Goals goals, Answers answers, Idempotency idempotency) {
    this.goals = goals;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "setGoal",
      summary = "Set a goal",
      description = "Contacts and meetings name it in their `goalIds`, asks in their `goalId`.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = GoalView.class, responseCode = "201")
  public Response create(GoalFields fields) {
    return idempotency.run(
        () -> {
          var made = goals.set(fields);
          return answers.created("/v1/goals/" + made.goal().id, view(made), made.goal().version);
        });
  }

  @GET
  @Operation(operationId = "listGoals", summary = "List goals, the newest first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(GoalPage.class)
  public Response list(@BeanParam PageRequest page, @QueryParam("status") GoalStatus status) {
    var rows = goals.list(id(page), status, page.fetch());
    return answers.ok(page.of(rows, GoalView::of, goal -> List.of(goal.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getGoal", summary = "Read a goal with what it brought last")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(GoalView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(goals.get(id));
  }

  @GET
  @Path("/{id}/brought")
  @Operation(
      operationId = "listGoalBrought",
      summary = "List the contacts, meetings and asks that name a goal, the last to do so first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(BroughtPage.class)
  public Response brought(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    var rows = goals.brought(id, id(page), page.fetch());
    return answers.ok(page.of(rows, BroughtView::of, naming -> List.of(naming.id.toString())));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeGoal",
      summary = "Change a goal: its words, its day, or that it is reached or dropped")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(GoalView.class)
  public Response change(@PathParam("id") UUID id, MergePatch<GoalFields> patch) {
    return answer(goals.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeGoal", summary = "Remove a goal that nothing names")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "The goal is removed.")
  @Refuses(status = 409, types = "goal-named")
  public Response remove(@PathParam("id") UUID id) {
    goals.remove(id);
    return answers.noContent();
  }

  private static Optional<UUID> id(PageRequest page) {
    return page.after(key -> UUID.fromString(key.getFirst()));
  }

  private Response answer(ShownGoal shown) {
    return answers.ok(view(shown), shown.goal().version);
  }

  private static GoalView view(ShownGoal shown) {
    return GoalView.of(shown.goal(), shown.named());
  }
}
