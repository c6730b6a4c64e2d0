package dev.followthrough.commitments.page;

import dev.followthrough.commitments.shared.CallerOf;
import dev.followthrough.commitments.shared.SharedActs;
import dev.followthrough.commitments.shared.SharedAgreements;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.text.MostBytes;
import dev.followthrough.platform.text.TextBody;
import dev.followthrough.platform.time.BusinessTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages on which a contact says *no thanks* or *forget me*, each asked first. */
@Path("/s")
@RunOnVirtualThread
@Produces(PageResource.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FarewellPageResource extends PageResource {

  private final Entrance entrance;
  private final Pages pages;
  private final SharedActs acts;

  FarewellPageResource(
      Entrance entrance,
      SharedAgreements agreements,
      SharedActs acts,
      Pages pages,
      Idempotency idempotency,
      BusinessTime time) {
    super(entrance, agreements, pages, idempotency, time);
    this.entrance = entrance;
    this.pages = pages;
    this.acts = acts;
  }

  @GET
  @Path("/{token}/no-thanks")
  @PublicOperation
  @Operation(hidden = true)
  public Response askNoThanks(@PathParam("token") String token, @Context RoutingContext request) {
    return answered(() -> html(200, pages.noThanks(read(token, null, Attempt.NONE, request))));
  }

  @POST
  @Path("/{token}/no-thanks")
  @PublicOperation
  @Operation(hidden = true)
  public Response noThanks(
      @PathParam("token") String token,
      @MostBytes(LARGEST_FORM) TextBody body,
      @Context RoutingContext request) {
    return answered(
        () -> {
          var form = Form.of(request.request().path(), body.text());
          entrance.read(CallerOf.request(token, request), link -> once(form, link, acts::noThanks));
          return seeOther(base(token) + "?said=" + Said.NO_THANKS.path());
        });
  }

  @GET
  @Path("/{token}/forget-me")
  @PublicOperation
  @Operation(hidden = true)
  public Response askForgetMe(@PathParam("token") String token, @Context RoutingContext request) {
    return answered(() -> html(200, pages.forgetMe(read(token, null, Attempt.NONE, request))));
  }

  @POST
  @Path("/{token}/forget-me")
  @PublicOperation
  @Operation(hidden = true)
  public Response forgetMe(
      @PathParam("token") String token,
      @MostBytes(LARGEST_FORM) TextBody body,
      @Context RoutingContext request) {
    return answered(
        () -> {
          var form = Form.of(request.request().path(), body.text());
          if (form.get("confirm") == null) {
            var refused = Problems.invalid("/confirm", "required", "must be ticked");
            var attempt = Attempt.of("forget-me", form, refused);
            return again(refused, token, attempt, request, pages::forgetMe);
          }
          entrance.leave(CallerOf.request(token, request), link -> once(form, link, acts::forget));
          return seeOther("/s/goodbye"); // and the link's secret is gone from the address
        });
  }

  @GET
  @Path("/goodbye")
  @PublicOperation
  @Operation(hidden = true)
  public Response goodbye() {
    return html(200, pages.goodbye());
  }
}
