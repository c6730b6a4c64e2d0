package dev.followthrough.contacts.profile;

import dev.followthrough.contacts.profile.NotTold.NotToldPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner's profile, over HTTP. */
@Path("/v1/profile")
@Tag(name = "profile", description = "What the owner says of themselves.")
@RunOnVirtualThread
@Produces("application/json")
public class ProfileResource {

  private final Profiles profiles;
  private final Answers answers;

  ProfileResource(Profiles profiles, Answers answers) {
    this.profiles = profiles;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "getProfile", summary = "Read the owner's profile")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(ProfileView.class)
  public Response get() {
    return answer(profiles.get());
  }

  @PATCH
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(operationId = "changeProfile", summary = "Change the owner's profile")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(ProfileView.class)
  public Response change(MergePatch<ProfileFields> patch) {
    return answer(profiles.change(patch));
  }

  @GET
  @Path("/not-told")
  @Operation(
      operationId = "listNotTold",
      summary = "List the contacts who have not been told what the owner does now",
      description =
          "Told is who had an outbound touch that tells it, at `whatIDoNowSince` or later. Nobody"
              + " is listed while the owner has not said what they do.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(NotToldPage.class)
  public Response notTold(@BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    return answers.ok(
        page.of(
            profiles.notTold(after, page.fetch()),
            notTold -> notTold,
            notTold -> List.of(notTold.contactId().toString())));
  }

  private Response answer(Profile profile) {
    return answers.ok(ProfileView.of(profile), profile.version);
  }
}
