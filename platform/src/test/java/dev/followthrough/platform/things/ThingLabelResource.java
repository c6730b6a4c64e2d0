package dev.followthrough.platform.things;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.things.Thing.Label;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A second resource below the path of the first. */
@IfBuildProperty(name = "followthrough.test.things", stringValue = "true")
@Path("/v1/things/{id}/labels")
@Tag(name = "things")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ThingLabelResource {

  record Labels(@NotNull List<Label> items) {}

  private final ThingResource things;
  private final Answers answers;

  ThingLabelResource(ThingResource things, Answers answers) {
    this.things = things;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "listThingLabels", summary = "List a thing's labels")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(Labels.class)
  public Response list(@PathParam("id") UUID id) {
    var labels = things.find(id).fields().labels();
    return answers.ok(new Labels(labels == null ? List.of() : labels));
  }
}
