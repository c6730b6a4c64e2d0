package dev.followthrough.commitments.page;

import dev.followthrough.commitments.shared.CallerOf;
import dev.followthrough.commitments.shared.SharedActs;
import dev.followthrough.commitments.shared.SharedAgreements;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.commitments.sharelink.ShareLinkProblems;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.problem.Refusals;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * The page behind a share link: for people, on any browser, without a script. Each form is posted,
 * answered by 303 and read again; sent twice it is done once. There is nothing that a browser would
 * send along by itself, so that no other site can act in the reader's name.
 */
@Path("/s")
@RunOnVirtualThread
@Produces(SharePageResource.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SharePageResource {

  static final String HTML = "text/html; charset=utf-8";

  private static final Logger LOG = Logger.getLogger(SharePageResource.class);
  private static final int LARGEST_FORM = 65_536;

  private final Entrance entrance;
  private final SharedAgreements agreements;
  private final SharedActs acts;
  private final FormActs forms;
  private final Pages pages;
  private final Idempotency idempotency;
  private final BusinessTime time;

  SharePageResource(
      Entrance entrance,
      SharedAgreements agreements,
      SharedActs acts,
      FormActs forms,
      Pages pages,
      Idempotency idempotency,
      BusinessTime time) {
    this.entrance = entrance;
    this.agreements = agreements;
    this.acts = acts;
    this.forms = forms;
    this.pages = pages;
    this.idempotency = idempotency;
    this.time = time;
  }

  @GET
  @Path("/goodbye")
  @PublicOperation
  @Operation(hidden = true)
  public Response goodbye() {
    return html(200, pages.goodbye());
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
    var form = Form.of(request.request().path(), body.text());
    return answered(
        () -> {
          var said = Said.of(act).orElseThrow(ShareLinkProblems::nothing);
          var commitment = commitment(id);
          try {
            entrance.act(
                CallerOf.request(token, request),
                link -> once(form, link, l -> forms.perform(l, commitment, said, form)));
            return seeOther(base(token) + "?said=" + said.path());
          } catch (ProblemException refused) {
            var attempt = Attempt.of(said.path() + "-" + commitment, form, refused);
            return again(refused, token, attempt, request, pages::agreement);
          }
        });
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
    var form = Form.of(request.request().path(), body.text());
    return answered(
        () -> {
          entrance.end(CallerOf.request(token, request), link -> once(form, link, acts::noThanks));
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
    var form = Form.of(request.request().path(), body.text());
    return answered(
        () -> {
          if (form.get("confirm") == null) {
            var refused = Problems.invalid("/confirm", "required", "must be ticked");
            var attempt = Attempt.of("forget-me", form, refused);
            return again(refused, token, attempt, request, pages::forgetMe);
          }
          entrance.end(CallerOf.request(token, request), link -> once(form, link, acts::forget));
          return seeOther("/s/goodbye"); // and the link's secret is gone from the address
        });
  }

  private SharePage read(String token, Said said, Attempt attempt, RoutingContext request) {
    var agreement = entrance.read(CallerOf.request(token, request), agreements::read);
    return SharePage.of(base(token), agreement, said, attempt, time.now());
  }

  /** What is kept of it for a repeat holds nothing, and so no secret either. */
  private Response once(Form form, OpenLink link, Consumer<OpenLink> what) {
    return idempotency.runForm(
        form.key(),
        () -> {
          what.accept(link);
          return Response.noContent().build();
        });
  }

  /** The page again with what was filled in and what was wrong with it. */
  private Response again(
      ProblemException refused,
      String token,
      Attempt attempt,
      RoutingContext request,
      java.util.function.Function<SharePage, String> page) {
    if (refused.type().equals(Problems.IN_PROGRESS)) {
      return seeOther(base(token)); // the same form, sent twice at once
    }
    int status = refused.type().status();
    if (status != 400 && status != 409 && status != 422) {
      throw refused;
    }
    return html(status, page.apply(read(token, null, attempt, request)));
  }

  private Response answered(Supplier<Response> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      var refused = Refusals.of(e, false);
      int status = refused.type().status();
      if (status >= 500) {
        LOG.errorf(e, "a page of a share link failed");
      }
      return refused(refused, status);
    }
  }

  private Response refused(ProblemException refused, int status) {
    var page =
        switch (status) {
          case 404 ->
              pages.nothing(
                  "Nothing to see here",
                  "There is nothing under this link. It may have expired or been withdrawn. If you"
                      + " expected something, ask whoever sent it to you for a new one.");
          case 429 ->
              pages.nothing(
                  "Too many requests", "Please wait a minute, and then load the page again.");
          default ->
              pages.nothing(
                  "That did not work",
                  "Nothing of it was done. Please wait a moment, and then try again.");
        };
    var answer = Response.fromResponse(html(status, page));
    refused.headers().forEach(answer::header);
    return answer.build();
  }

  private Response html(int status, String page) {
    return Response.status(status)
        .type(HTML)
        .header("Content-Security-Policy", pages.policy())
        .entity(page)
        .build();
  }

  private static Response seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", path).build();
  }

  private static String base(String token) {
    return "/s/" + token;
  }

  private static UUID commitment(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw ShareLinkProblems.nothing();
    }
  }
}
