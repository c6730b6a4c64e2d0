package dev.followthrough.commitments.sharelink;

import dev.followthrough.commitments.sharelink.ShareLinkView.CreatedShareLink;
import dev.followthrough.commitments.sharelink.ShareLinkView.ShareLinkPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.time.BusinessTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Share links, as their owner makes and ends them. */
@Path("/v1/agreements/{id}/share-links")
@Tag(name = "share-links", description = "Ways into an agreement for a contact without an account.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ShareLinkResource {

  private final ShareLinks links;
  private final ShareLinkConfig config;
  private final Answers answers;
  private final Idempotency idempotency;
  private final BusinessTime time;

  ShareLinkResource(
      ShareLinks links,
      ShareLinkConfig config,
      Answers answers,
      Idempotency idempotency,
      BusinessTime time) {
    this.links = links;
    this.config = config;
    this.answers = answers;
    this.idempotency = idempotency;
    this.time = time;
  }

  @POST
  @Operation(
      operationId = "createShareLink",
      summary = "Make a share link for one contact",
      description =
          "The answer holds the link, this once. Send it to the contact yourself: through it they"
              + " read the agreement, promise, decline, counter-propose, deliver, confirm and"
              + " assess, as JSON (`/v1/shared/{token}`) or on a plain page.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(value = CreatedShareLink.class, responseCode = "201")
  @Refuses(
      status = 409,
      types = {"too-many-share-links", "agreement-ended"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "unknown-contact", "share-link-expiry"})
  public Response create(
      @PathParam("id") UUID id, NewShareLink wanted, @Context RoutingContext request) {
    var base = config.baseUrl().orElseGet(() -> asAsked(request));
    return idempotency.runSealed(
        () -> {
          var made = links.create(id, wanted);
          var link = made.link();
          var secret = made.token().text();
          var created =
              new CreatedShareLink(
                  base + "/s/" + secret, secret, ShareLinkView.of(link, time.now()));
          return answers.created(path(id, link.id), created, etag(link));
        });
  }

  @GET
  @Operation(
      operationId = "listShareLinks",
      summary = "List an agreement's share links, the newest first",
      description = "Without their secrets, which nobody can show again.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(ShareLinkPage.class)
  public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    var last = page.after(key -> UUID.fromString(key.getFirst()));
    var rows = links.list(id, last, page.fetch());
    return answers.ok(
        page.of(
            rows, link -> ShareLinkView.of(link, time.now()), link -> List.of(link.id.toString())));
  }

  @GET
  @Path("/{linkId}")
  @Operation(operationId = "getShareLink", summary = "Read a share link, without its secret")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(ShareLinkView.class)
  public Response get(@PathParam("id") UUID id, @PathParam("linkId") UUID linkId) {
    var link = links.get(id, linkId);
    return answers.ok(ShareLinkView.of(link, time.now()), etag(link));
  }

  @DELETE
  @Path("/{linkId}")
  @Operation(
      operationId = "revokeShareLink",
      summary = "Revoke a share link",
      description = "It opens nothing from now on. What came through it stays.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponse(responseCode = "204", description = "It is revoked.")
  public Response revoke(@PathParam("id") UUID id, @PathParam("linkId") UUID linkId) {
    links.revoke(id, linkId);
    return answers.noContent();
  }

  /** A link expires without being written: its status is part of the tag. */
  private Etag etag(ShareLink link) {
    return Etag.of(link.version, link.status(time.now()).name().toLowerCase(Locale.ROOT));
  }

  private static String path(UUID agreementId, UUID linkId) {
    return "/v1/agreements/" + agreementId + "/share-links/" + linkId;
  }

  /** The address under which the owner's client reached the gateway. */
  private static String asAsked(RoutingContext request) {
    return request.request().scheme() + "://" + request.request().authority();
  }
}
