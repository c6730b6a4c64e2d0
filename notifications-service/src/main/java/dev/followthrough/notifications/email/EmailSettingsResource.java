package dev.followthrough.notifications.email;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/email-settings}: what is mailed to the owner, and where to. */
@Path("/v1/email-settings")
@Tag(name = "email", description = "Reminders and digests by e-mail, beside webhooks.")
@Produces("application/json")
@RunOnVirtualThread
public class EmailSettingsResource {

  private final EmailSettings settings;
  private final Answers answers;
  private final Idempotency idempotency;

  EmailSettingsResource(EmailSettings settings, Answers answers, Idempotency idempotency) {
    this.settings = settings;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(operationId = "getEmailSettings", summary = "Read what is mailed, and where to")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(EmailSettingsView.class)
  public Response get() {
    return answer(settings.get());
  }

  @PUT
  @Operation(
      operationId = "replaceEmailSettings",
      summary = "Say what is mailed, and where to",
      description =
          "To an address that is not confirmed a code is mailed, and nothing else until"
              + " `confirmEmailAddress` has said it. The code counts for 24 hours and five tries;"
              + " after that, or once its reader has unsubscribed or its server refused it, putting"
              + " the address again mails a new one.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(status = 409, types = "email-not-configured")
  @Refuses(status = 429, types = "too-many-confirmation-codes")
  @APIResponseSchema(value = EmailSettingsView.class, responseCode = "200")
  public Response replace(EmailSettingsFields fields) {
    return answer(settings.replace(fields));
  }

  @DELETE
  @Operation(
      operationId = "removeEmailAddress",
      summary = "Forget the address; nothing is mailed any more")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponse(responseCode = "204", description = "It is forgotten.")
  public Response remove() {
    settings.remove();
    return answers.noContent();
  }

  @POST
  @Path("/confirmation")
  @Operation(
      operationId = "confirmEmailAddress",
      summary = "Confirm the address by the code that was mailed to it")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(
      status = 409,
      types = {"email-not-configured", "nothing-to-confirm"})
  @Refuses(status = 422, types = "wrong-confirmation-code")
  @APIResponseSchema(value = EmailSettingsView.class, responseCode = "200")
  public Response confirm(Confirmation confirmation) {
    var refusal = new AtomicReference<ProblemException>();
    var answer =
        idempotency.run(
            () -> {
              settings.confirm(confirmation.code()).ifPresent(refusal::set);
              // what is no success is not kept for a repeat, but commits: the try counts
              return refusal.get() == null
                  ? answer(settings.get())
                  : Response.status(EmailProblems.WRONG_CODE.status()).build();
            });
    if (refusal.get() != null) {
      throw refusal.get();
    }
    return answer;
  }

  private Response answer(EmailAddress mine) {
    return answers.ok(EmailSettingsView.of(mine, settings.available()));
  }
}
