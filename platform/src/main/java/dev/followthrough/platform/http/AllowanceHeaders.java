package dev.followthrough.platform.http;

import dev.followthrough.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the caller of the request at hand what is left, and refuses who has nothing left. */
@ApplicationScoped
public class AllowanceHeaders {

  private final CurrentVertxRequest current;

  AllowanceHeaders(CurrentVertxRequest current) {
    this.current = current;
  }

  /**
   * @param refusal the limit in words
   * @throws dev.followthrough.platform.problem.ProblemException when it was spent
   */
  public void tell(Allowance allowance, String refusal) {
    current
        .getCurrent()
        .response()
        .putHeader("RateLimit-Policy", allowance.policy())
        .putHeader("RateLimit", allowance.state());
    if (allowance.isSpent()) {
      throw Problems.TOO_MANY_REQUESTS
          .because(refusal)
          .header("Retry-After", String.valueOf(allowance.seconds()));
    }
  }
}
