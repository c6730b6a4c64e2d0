package dev.followthrough.stack.gateway;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One segment deep in the tree of path templates; holds the services by method, if a path ends. */
final class PathNode {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final Map<String, PathNode> literals = new HashMap<>();
  private final Map<String, Patterned> patterns = new LinkedHashMap<>();
  private PathNode parameter;
  private Map<String, Route.To> services;

  void add(String[] template, int at, Map<String, Route.To> services) {
    if (at == template.length) {
      this.services = services;
      return;
    }
    child(template[at]).add(template, at + 1, services);
  }

  /** The services by method of the path whose segments these are, or null. */
  Map<String, Route.To> find(String[] path, int at) {
    if (at == path.length) {
      return services;
    }
    String segment = path[at];
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return null;
    }
    Map<String, Route.To> found = findIn(literals.get(segment), path, at);
    for (var candidate : patterns.values()) {
      if (found == null && candidate.pattern.matcher(segment).matches()) {
        found = findIn(candidate.node, path, at);
      }
    }
    return found == null ? findIn(parameter, path, at) : found;
  }

  private static Map<String, Route.To> findIn(PathNode node, String[] path, int at) {
    return node == null ? null : node.find(path, at + 1);
  }

  private PathNode child(String segment) {
    Matcher parameters = PARAMETER.matcher(segment);
    if (parameters.matches()) {
      parameter = parameter == null ? new PathNode() : parameter;
      return parameter;
    }
    if (segment.indexOf('{') < 0) {
      return literals.computeIfAbsent(segment, _ -> new PathNode());
    }
    // such as {token}.ics
    return patterns.computeIfAbsent(segment, _ -> new Patterned(regex(segment), new PathNode()))
        .node;
  }

  private static Pattern regex(String segment) {
    var regex = new StringBuilder();
    int from = 0;
    for (Matcher m = PARAMETER.matcher(segment); m.find(); from = m.end()) {
      regex.append(Pattern.quote(segment.substring(from, m.start()))).append("[^/]+");
    }
    return Pattern.compile(regex + Pattern.quote(segment.substring(from)));
  }

  private record Patterned(Pattern pattern, PathNode node) {}
}
