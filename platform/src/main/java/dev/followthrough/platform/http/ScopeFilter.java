package dev.followthrough.platform.http;

import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Enforces the very scopes that an operation declares in the document, by the one annotation that
 * says both. An operation under {@code /v1} that declares none is never answered.
 */
@ApplicationScoped
class ScopeFilter {

  private final Credential credential;
  private final RateLimits limits;
  private final CurrentVertxRequest current;
  private final Map<Method, List<String>> declared = new ConcurrentHashMap<>();

  ScopeFilter(Credential credential, RateLimits limits, CurrentVertxRequest current) {
    this.credential = credential;
    this.limits = limits;
    this.current = current;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void check(ResourceInfo resource, ContainerRequestContext request) {
    if (resource.getResourceMethod().isAnnotationPresent(PublicOperation.class)) {
      // whoever sends one is nobody here: the owner comes from what the path holds
      current.getCurrent().request().headers().remove("Authorization");
      return;
    }
    if (!request.getUriInfo().getPath().startsWith("/v1/")) {
      return;
    }
    var needed = declared.computeIfAbsent(resource.getResourceMethod(), ScopeFilter::scopes);
    var granted = credential.scopes();
    for (var scope : needed) {
      if (!granted.contains(scope)) {
        throw Problems.MISSING_SCOPE
            .because("The token lacks the scope %s.".formatted(scope))
            .with("scope", scope)
            .header(
                "WWW-Authenticate",
                "Bearer realm=\"followthrough\", error=\"insufficient_scope\", scope=\"%s\""
                    .formatted(String.join(" ", needed)));
      }
    }
    limits.spend(credential.owner(), credential.client());
  }

  static List<String> scopes(Method method) {
    var requirement = method.getAnnotation(SecurityRequirement.class);
    if (requirement == null) {
      requirement = method.getDeclaringClass().getAnnotation(SecurityRequirement.class);
    }
    if (requirement == null || requirement.scopes().length == 0) {
      throw new IllegalStateException(method + " declares no scopes by @SecurityRequirement");
    }
    return List.of(requirement.scopes());
  }
}
