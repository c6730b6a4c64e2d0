package dev.followthrough.commitments.page;

import dev.followthrough.commitments.shared.CallerOf;
import dev.followthrough.commitments.shared.SharedAgreements;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.problem.Refusals;
import dev.followthrough.platform.time.BusinessTime;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What the pages of a share link have in common. Each form is posted, answered by 303 and read
 * again; sent twice it is done once. There is nothing that a browser would send along by itself, so
 * that no other site can act in the reader's name.
 */
abstract class PageResource {

  static final String HTML = "text/html; charset=utf-8";
  static final int LARGEST_FORM = 65_536;

  private static final Logger LOG = Logger.getLogger(PageResource.class);

  private final Entrance entrance;
  private final SharedAgreements agreements;
  private final Pages pages;
  private final Idempotency idempotency;
  private final BusinessTime time;

  PageResource(
      Entrance entrance,
      SharedAgreements agreements,
      Pages pages,
      Idempotency idempotency,
      BusinessTime time) {
    this.entrance = entrance;
    this.agreements = agreements;
    this.pages = pages;
    this.idempotency = idempotency;
    this.time = time;
  }

  SharePage read(String token, Said said, Attempt attempt, RoutingContext request) {
    var agreement = entrance.read(CallerOf.request(token, request), agreements::read);
    return SharePage.of(base(token), agreement, said, attempt, time.now());
  }

  /** What is kept of it for a repeat holds nothing, and so no secret either. */
  Response once(Form form, OpenLink link, Consumer<OpenLink> what) {
    return idempotency.runForm(
        form.key(),
        () -> {
          what.accept(link);
          return Response.noContent().build();
        });
  }

  /** The page again with what was filled in and what was wrong with it. */
  Response again(
      ProblemException refused,
      String token,
      Attempt attempt,
      RoutingContext request,
      Function<SharePage, String> page) {
    if (refused.type().equals(Problems.IN_PROGRESS)) {
      return seeOther(base(token)); // the same form, sent twice at once
    }
    int status = refused.type().status();
    if (status != 400 && status != 409 && status != 422) {
      throw refused;
    }
    return html(status, page.apply(read(token, null, attempt, request)));
  }

  Response answered(Supplier<Response> work) {
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

  Response html(int status, String page) {
    return Response.status(status)
        .type(HTML)
        .header("Content-Security-Policy", pages.policy())
        .entity(page)
        .build();
  }

  static Response seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", path).build();
  }

  static String base(String token) {
    return "/s/" + token;
  }
}
