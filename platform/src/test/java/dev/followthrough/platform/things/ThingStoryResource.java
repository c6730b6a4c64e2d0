package dev.followthrough.platform.things;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.text.MostBytes;
import dev.followthrough.platform.text.TextBody;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A resource that takes and gives a text of another kind than JSON. */
@IfBuildProperty(name = "followthrough.test.things", stringValue = "true")
@Path("/v1/things/{id}/story")
@Tag(name = "things")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ThingStoryResource {

  static final String MARKDOWN = "text/markdown";

  record Told(int characters, Integer times) {}

  private final ThingResource things;
  private final Answers answers;
  private final Idempotency idempotency;

  ThingStoryResource(ThingResource things, Answers answers, Idempotency idempotency) {
    this.things = things;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MARKDOWN)
  @Operation(operationId = "tellThingStory", summary = "Tell a thing's story")
  @RequestBody(
      content =
          @Content(
              mediaType = MARKDOWN,
              schema = @Schema(type = SchemaType.STRING, maxLength = 100_000)))
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = Told.class, responseCode = "200")
  public Response tell(
      @PathParam("id") UUID id,
      @QueryParam("times") Integer times,
      @MostBytes(100_000) TextBody story) {
    return idempotency.run(
        () -> {
          things.find(id);
          return answers.ok(new Told(story.text().length(), times));
        });
  }

  @GET
  @Produces(MARKDOWN)
  @Operation(operationId = "getThingStory", summary = "Read a thing's story")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponse(
      responseCode = "200",
      description = "The story",
      content = @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING)))
  public Response get(@PathParam("id") UUID id) {
    return answers.text("# " + things.find(id).fields().name() + "\n", MediaType.valueOf(MARKDOWN));
  }
}
