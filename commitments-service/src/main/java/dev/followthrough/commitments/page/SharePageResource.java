package dev.followthrough.commitments.page;

import dev.followthrough.commitments.shared.CallerOf;
import dev.followthrough.commitments.shared.SharedAgreements;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.ShareLinkProblems;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.problem.ProblemException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page behind a share link: for people, on any browser, without a script. */
@Path("/s")
@RunOnVirtualThread
@Produces(PageResource.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SharePageResource extends PageResource {

  private final Entrance entrance;
  private final Pages pages;
  private final FormActs forms;

  SharePageResource(
      Entrance entrance,
      SharedAgreements agreements,
      FormActs forms,
      Pages pages,
      Idempotency idempotency,
      BusinessTime time) {
    super(entrance, agreements, pages, idempotency, time);
    this.entrance = entrance;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @Path("/{token}")
  @PublicOperation
  @Operation(hidden = true)
  public Response show(
      @PathParam("token") String token,
      @QueryParam("said") String said,
      @Context RoutingContext request) {
    var heard = said == null ? null : Said.of(said).orElse(null);
    return answered(() -> html(200, pages.agreement(read(token, heard, Attempt.NONE, request))));
  }

  @POST
  @Path("/{token}/commitments/{id}/{act}")
  @PublicOperation
  @Operation(hidden = true)
  public Response act(
      @PathParam("token") String token,
      @PathParam("id") String id,
      @PathParam("act") String act,
      @MostBytes(LARGEST_FORM) TextBody body,
      @Context RoutingContext request) {
    return answered(
        () -> {
          var form = Form.of(request.request().path(), body.text());
          var said = Said.of(act).orElseThrow(ShareLinkProblems::nothing);
          var commitment = commitment(id);
          try {
            entrance.act(
                CallerOf.request(token, request),
                link -> once(form, link, l -> forms.perform(l, commitment, said, form)));
            return seeOther(base(token) + "?said=" + said.path());
          } catch (ProblemException refused) {
            var attempt = Attempt.of(formId(said, commitment, form), form, refused);
            return again(refused, token, attempt, request, pages::agreement);
          }
        });
  }

  /** Several wordings can wait, each with a form of its own. */
  private static String formId(Said said, UUID commitment, Form form) {
    var id = said.path() + "-" + commitment;
    return said == Said.ACCEPT ? id + "-" + form.get("wording") : id;
  }

  private static UUID commitment(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw ShareLinkProblems.nothing();
    }
  }
}
