package dev.followthrough.notifications.endpoint;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about endpoints beside bad input. */
@ApplicationScoped
public class EndpointProblems implements ProblemCatalogue {

  public static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-webhook-endpoints",
          409,
          "There are too many webhook endpoints",
          "An owner has at most so many as the answer says. Remove one, or let one endpoint take several event types.");
  public static final ProblemType DISABLED =
      new ProblemType(
          "webhook-endpoint-disabled",
          409,
          "The webhook endpoint is disabled",
          "Nothing is sent to a disabled endpoint; what is meant for it waits. Enable it first:"
              + " `POST /v1/webhook-endpoints/{id}/enable`.");

  public static final ProblemType NO_STANDING =
      new ProblemType(
          "webhook-endpoint-without-standing",
          409,
          "The webhook endpoint gets no figures",
          "A `standing.changed` goes only to endpoints that a client with the scope `standing:read`"
              + " made or changed, and whose URL no other has changed since. Change the endpoint with"
              + " such a token; an empty change will do.");

  @Override
  public List<ProblemType> problems() {
    return List.of(TOO_MANY, DISABLED, NO_STANDING);
  }
}
