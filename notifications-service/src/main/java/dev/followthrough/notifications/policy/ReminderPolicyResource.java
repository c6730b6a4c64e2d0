package dev.followthrough.notifications.policy;

import dev.followthrough.platform.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/reminder-policy}: what the owner wants to be reminded of, and when. */
@Path("/v1/reminder-policy")
@Tag(name = "reminders", description = "When you are reminded of what is due.")
@Produces("application/json")
@RunOnVirtualThread
public class ReminderPolicyResource {

  private final ReminderPolicies policies;
  private final Answers answers;

  ReminderPolicyResource(ReminderPolicies policies, Answers answers) {
    this.policies = policies;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getReminderPolicy",
      summary = "Read what the owner is reminded of, and when")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(ReminderPolicy.class)
  public Response get() {
    return answer(policies.get());
  }

  @PUT
  @Operation(
      operationId = "replaceReminderPolicy",
      summary = "Say what the owner is reminded of, and when",
      description =
          "It takes the place of the whole policy; what is left out is as usual. What lies ahead is"
              + " planned anew by it; what was sent stays, and is not sent again.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = ReminderPolicy.class, responseCode = "200")
  public Response replace(ReminderPolicyFields fields) {
    return answer(policies.replace(fields));
  }

  private Response answer(OwnersPolicy mine) {
    return answers.ok(mine.inForce(), mine.version);
  }
}
