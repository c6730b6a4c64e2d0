package dev.followthrough.notifications.unsubscribe;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /v1/email-unsubscriptions}: the link in each mail. To read it changes nothing, so that
 * programs that look at links unsubscribe nobody; to post to it does, by one click (RFC 8058).
 */
@Path("/v1/email-unsubscriptions/{token}")
@Tag(name = "email", description = "Reminders and digests by e-mail, beside webhooks.")
@RunOnVirtualThread
public class UnsubscribeResource {

  private final Unsubscriptions unsubscriptions;
  private final Answers answers;
  private final Idempotency idempotency;

  UnsubscribeResource(Unsubscriptions unsubscriptions, Answers answers, Idempotency idempotency) {
    this.unsubscriptions = unsubscriptions;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PublicOperation
  @Operation(
      operationId = "getUnsubscribePage",
      summary = "Show the page that asks whether mails are to end",
      description = "It is for the reader of a mail, who has its link; it changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "A page with a button.",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public Response page(@PathParam("token") String token) {
    unsubscriptions.requireKnown(token);
    return closed(answers.text(UnsubscribePage.ASKING, MediaType.TEXT_HTML_TYPE));
  }

  @POST
  @Produces(MediaType.TEXT_HTML)
  @PublicOperation
  @Operation(
      operationId = "unsubscribe",
      summary = "End the mails to the address that the link was mailed to",
      description =
          "By one click as RFC 8058 has it: mail programs post `List-Unsubscribe=One-Click`, which"
              + " is not looked at. The owner can have mails again once the address is confirmed"
              + " anew.")
  @APIResponse(
      responseCode = "200",
      description = "A page that says so.",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public Response unsubscribe(@PathParam("token") String token) {
    var done =
        unsubscriptions.asOwner(
            token,
            () ->
                idempotency.run(
                    () -> {
                      unsubscriptions.unsubscribe();
                      return answers.text(UnsubscribePage.DONE, MediaType.TEXT_HTML_TYPE);
                    }));
    return closed(done);
  }

  /** A page that loads nothing, is framed by nobody, and tells nobody its address. */
  private static Response closed(Response page) {
    return Response.fromResponse(page)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
