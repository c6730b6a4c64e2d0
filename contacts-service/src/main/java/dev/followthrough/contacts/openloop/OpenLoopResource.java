package dev.followthrough.contacts.openloop;

import dev.followthrough.contacts.openloop.OpenLoopView.OpenLoopPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open loops, over HTTP. */
@Path("/v1/open-loops")
@Tag(
    name = "open-loops",
    description = "Questions and thanks of contacts that nobody answered within three days.")
@RunOnVirtualThread
@Produces("application/json")
public class OpenLoopResource {

  private final OpenLoops loops;
  private final Answers answers;
  private final Idempotency idempotency;

  OpenLoopResource(OpenLoops loops, Answers answers, Idempotency idempotency) {
    this.loops = loops;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      operationId = "listOpenLoops",
      summary = "List what waits for a word of the owner, the longest wait first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(OpenLoopPage.class)
  public Response list(@BeanParam PageRequest page, @QueryParam("contactId") UUID contactId) {
    var search = OpenLoopSearch.of(contactId, page);
    return answers.ok(
        page.of(
            loops.list(search),
            OpenLoopView::of,
            loop -> List.of(loop.opensAt.toString(), loop.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOpenLoop",
      summary = "Read a loop that has opened, and what came of it")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(OpenLoopView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(loops.get(id));
  }

  @POST
  @Path("/{id}/letting-go")
  @Operation(
      operationId = "letOpenLoopGo",
      summary = "Let an open loop go: it will not be answered",
      description =
          "To answer it, record a touch that names it in `answers`, or name it in `answers` of the"
              + " meeting in which it was answered.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = OpenLoopView.class, responseCode = "200")
  @Refuses(status = 409, types = "open-loop-closed")
  @Refuses(status = 412, types = "precondition-failed")
  public Response letGo(@PathParam("id") UUID id) {
    return idempotency.run(() -> answer(loops.letGo(id)));
  }

  private Response answer(OpenLoop loop) {
    // by what it says: its row changes also when its opening is told
    return answers.ok(OpenLoopView.of(loop));
  }
}
