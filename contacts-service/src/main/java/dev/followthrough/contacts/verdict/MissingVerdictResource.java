package dev.followthrough.contacts.verdict;

import dev.followthrough.contacts.verdict.VerdictView.VerdictPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whoever was met at an event and has no verdict yet, over HTTP. */
@Path("/v1/missing-verdicts")
@Tag(name = "verdicts", description = "What is to come of the people met at an event.")
@RunOnVirtualThread
@Produces("application/json")
public class MissingVerdictResource {

  private final Verdicts verdicts;
  private final Answers answers;

  MissingVerdictResource(Verdicts verdicts, Answers answers) {
    this.verdicts = verdicts;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listMissingVerdicts",
      summary = "List those met at events who have no verdict yet, the first to be due first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(VerdictPage.class)
  public Response list(@BeanParam PageRequest page) {
    var waiting =
        page.after(
                key ->
                    verdicts.waiting(
                        PageRequest.instant(key.get(0)), UUID.fromString(key.get(1)), page.fetch()))
            .orElseGet(() -> verdicts.waiting(null, null, page.fetch()));
    return answers.ok(
        page.of(
            waiting,
            VerdictView::of,
            one -> List.of(one.met().dueAt.toString(), one.met().id.toString())));
  }
}
