package dev.followthrough.platform.things;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.things.Thing.Colour;
import dev.followthrough.platform.things.Thing.Reason;
import dev.followthrough.platform.things.Thing.ThingFields;
import dev.followthrough.platform.things.Thing.ThingView;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A resource as a service would write one, over a map. It exists in the platform's tests alone. */
@IfBuildProperty(name = "followthrough.test.things", stringValue = "true")
@Path("/v1/things")
@Tag(name = "things")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {

  record Kept(UUID owner, ThingFields fields, long version) {}

  private final Map<UUID, Kept> things = new ConcurrentSkipListMap<>();
  private final Credential credential;
  private final Answers answers;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  ThingResource(
      Credential credential,
      Answers answers,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.credential = credential;
    this.answers = answers;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(operationId = "createThing", summary = "Make a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ThingView.class, responseCode = "201")
  public Response create(ThingFields fields) {
    return idempotency.run(
        () -> {
          var id = UUID.randomUUID();
          things.put(id, new Kept(credential.owner(), fields, 1));
          return answers.created("/v1/things/" + id, ThingView.of(id, fields), 1);
        });
  }

  @GET
  @Operation(operationId = "listThings", summary = "List things")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ThingPage.class)
  public Response list(@BeanParam PageRequest page, @QueryParam("colour") Colour colour) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    var rows =
        things.entrySet().stream()
            .filter(e -> e.getValue().owner().equals(credential.owner()))
            .filter(e -> colour == null || e.getValue().fields().colour() == colour)
            .filter(e -> after.isEmpty() || e.getKey().compareTo(after.get()) > 0)
            .limit(page.fetch())
            .toList();
    return answers.ok(
        page.of(
            rows,
            e -> ThingView.of(e.getKey(), e.getValue().fields()),
            e -> List.of(e.getKey().toString())));
  }

  record ThingPage(@NotNull List<ThingView> items, String nextCursor) {}

  @GET
  @Path("/{id}")
  @Operation(operationId = "getThing", summary = "Read a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ThingView.class)
  public Response get(@PathParam("id") UUID id) {
    var kept = find(id);
    return answers.ok(ThingView.of(id, kept.fields()), kept.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeThing", summary = "Change a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(ThingView.class)
  public Response change(@PathParam("id") UUID id, MergePatch<ThingFields> patch) {
    var kept = find(id);
    preconditions.requireMatch(kept.version());
    var fields = patch.applyTo(kept.fields());
    things.put(id, new Kept(kept.owner(), fields, kept.version() + 1));
    return answers.ok(ThingView.of(id, fields), kept.version() + 1);
  }

  @PUT
  @Path("/{id}")
  @Operation(operationId = "replaceThing", summary = "Replace a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(ThingView.class)
  public Response replace(@PathParam("id") UUID id, ThingFields fields) {
    var kept = find(id);
    preconditions.requireMatch(kept.version());
    things.put(id, new Kept(kept.owner(), fields, kept.version() + 1));
    return answers.ok(ThingView.of(id, fields), kept.version() + 1);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteThing", summary = "Delete a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponse(responseCode = "204", description = "It is gone")
  public Response delete(@PathParam("id") UUID id) {
    preconditions.requireMatch(find(id).version());
    things.remove(id);
    return answers.noContent();
  }

  @POST
  @Path("/{id}/praise")
  @Operation(operationId = "praiseThing", summary = "Praise a thing")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = ThingView.class, responseCode = "200")
  public Response praise(@PathParam("id") UUID id, @OptionalBody Reason reason) {
    return idempotency.run(
        () -> {
          var kept = find(id);
          return answers.ok(ThingView.of(id, kept.fields()), kept.version());
        });
  }

  Kept find(UUID id) {
    var kept = things.get(id);
    if (kept == null || !kept.owner().equals(credential.owner())) {
      throw Problems.notFound("thing", id);
    }
    return kept;
  }
}
