package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.message.PublicEvents;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who may have figures sent to an endpoint: a client that may read them itself. One that may not
 * makes endpoints without figures, and takes them from an endpoint whose URL it changes.
 */
@ApplicationScoped
class StandingScope {

  private final Credential credential;

  StandingScope(Credential credential) {
    this.credential = credential;
  }

  /**
   * Decides whether figures may go there once the endpoint is as these fields say.
   *
   * @param endpoint as it was; a new one has neither URL nor types
   * @throws dev.followthrough.platform.problem.ProblemException when figures are asked for by name
   *     that may not go there
   */
  void decide(WebhookEndpointFields fields, WebhookEndpoint endpoint) {
    var goesElsewhere = !fields.url().equals(endpoint.url);
    endpoint.receivesStanding =
        PublicEvents.showsFigures(credential.scopes())
            || endpoint.receivesStanding && !goesElsewhere;
    if (!endpoint.receivesStanding
        && (goesElsewhere || !fields.eventTypes().equals(endpoint.eventTypes))) {
      requireFor(fields.eventTypes());
    }
  }

  /** Refuses types that are figures and nothing else, where none are to go. */
  private static void requireFor(List<String> eventTypes) {
    if (eventTypes.stream().anyMatch(PublicEvents::meansFigures)) {
      throw Problems.MISSING_SCOPE
          .because(
              "The token lacks the scope %s, which an endpoint for `standing.changed` needs."
                  .formatted(PublicEvents.STANDING_SCOPE))
          .with("scope", PublicEvents.STANDING_SCOPE)
          .header(
              "WWW-Authenticate",
              "Bearer realm=\"followthrough\", error=\"insufficient_scope\", scope=\"%s\""
                  .formatted(PublicEvents.STANDING_SCOPE));
    }
  }
}
