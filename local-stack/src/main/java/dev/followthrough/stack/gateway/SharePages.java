package dev.followthrough.stack.gateway;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pages that contacts without an account open through a share link. They are for people and not
 * part of the API, so that the document does not hold them; commitments-service makes them.
 */
final class SharePages {

  static final String PREFIX = "/s/";

  private static final Pattern PAGE =
      Pattern.compile("/s/[A-Za-z0-9_-]{1,100}(/[A-Za-z0-9_-]{1,100}){0,4}");
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private SharePages() {}

  static Route find(String method, String path) {
    if (!PAGE.matcher(path).matches()) {
      return new Route.Unknown();
    }
    return METHODS.contains(method) ? new Route.To("commitments") : new Route.WrongMethod(METHODS);
  }
}
