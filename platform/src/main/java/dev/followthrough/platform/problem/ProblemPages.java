package dev.followthrough.platform.problem;

import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Explains each type of problem under the very path that is its {@code type}. */
@Path("/problems")
public class ProblemPages {

  private final Map<String, ProblemType> types = new TreeMap<>();

  ProblemPages(@All List<ProblemCatalogue> catalogues) {
    Problems.all().forEach(this::add);
    catalogues.forEach(catalogue -> catalogue.problems().forEach(this::add));
  }

  private void add(ProblemType type) {
    var other = types.putIfAbsent(type.name(), type);
    if (other != null && !other.equals(type)) {
      throw new IllegalStateException("two problem types are named " + type.name());
    }
  }

  @GET
  @Operation(hidden = true)
  @Produces(MediaType.APPLICATION_JSON)
  public Listing list() {
    return new Listing(types.values().stream().map(Explanation::of).toList());
  }

  @GET
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_HTML)
  public String listAsPage() {
    return Page.of("Problems", types.values());
  }

  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  @Produces(MediaType.APPLICATION_JSON)
  public Explanation explain(@PathParam("name") String name) {
    return Explanation.of(find(name));
  }

  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_HTML)
  public String explainAsPage(@PathParam("name") String name) {
    var type = find(name);
    return Page.of(type.title(), List.of(type));
  }

  private ProblemType find(String name) {
    var type = types.get(name);
    if (type == null) {
      throw Problems.notFound("problem type", name);
    }
    return type;
  }

  /** All types of this service. */
  public record Listing(List<Explanation> items) {}

  /** One type in words. */
  public record Explanation(
      String type, String name, int status, String title, String explanation) {
    static Explanation of(ProblemType type) {
      return new Explanation(
          type.path(), type.name(), type.status(), type.title(), type.explanation());
    }
  }

  private static final class Page {
    static String of(String title, Collection<ProblemType> types) {
      var page = new StringBuilder();
      page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
          .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
          .append(escape(title))
          .append("</title></head><body><main><h1>")
          .append(escape(title))
          .append("</h1>");
      for (var type : types) {
        page.append(
                "<h2><a href=\"%s\">%s</a> (%d)</h2>"
                    .formatted(type.path(), type.name(), type.status()))
            .append(
                "<p><strong>%s.</strong> %s</p>"
                    .formatted(escape(type.title()), escape(type.explanation())));
      }
      return page.append("</main></body></html>").toString();
    }

    private static String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
  }
}
