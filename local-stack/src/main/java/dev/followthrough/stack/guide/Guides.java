package dev.followthrough.stack.guide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.followthrough.stack.document.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The guides of {@code docs/guides} and the READMEs of the SDKs, as pages under {@code /docs}:
 * Markdown with what the document knows beside it (every event type, every problem type). Nothing
 * of them comes from another host.
 */
public final class Guides {

  /** A guide: where it is, what it is called, which file holds its words. */
  record Guide(String path, String title, String file) {}

  static final List<Guide> ALL =
      List.of(
          new Guide("/docs", "Start", "start"),
          new Guide("/docs/java", "Java", "java/README"),
          new Guide("/docs/typescript", "TypeScript", "typescript/README"),
          new Guide("/docs/python", "Python", "python/README"),
          new Guide("/docs/calling", "Calling", "calling"),
          new Guide("/docs/webhooks", "Webhooks", "webhooks"),
          new Guide("/docs/events", "Events", "events"),
          new Guide("/docs/errors", "Errors", "errors"),
          new Guide("/docs/figures", "Figures", "figures"));

  private static final String SEARCH = "/docs/search.json";

  private final Map<String, String> pages = new LinkedHashMap<>();
  private final String index;

  public Guides(ApiDocument document) {
    var catalogue = new Catalogue(document);
    Map<String, Supplier<String>> further =
        Map.of("events", catalogue::events, "errors", catalogue::problems);
    ArrayNode sections = new ObjectMapper().createArrayNode();
    for (var guide : ALL) {
      var words = words(guide.file) + further.getOrDefault(guide.file, () -> "").get();
      var rendered = new RenderedGuide(guide, words);
      pages.put(guide.path, rendered.page());
      rendered.index(sections);
    }
    index = sections.toString();
  }

  /** The page at a path as HTML, or the search's index as JSON; null where there is none. */
  public String at(String path) {
    return path.equals(SEARCH) ? index : pages.get(path);
  }

  /** Whether a page is the search's index. */
  public static boolean isIndex(String path) {
    return path.equals(SEARCH);
  }

  private static String words(String file) {
    try (InputStream in = Guides.class.getResourceAsStream(file + ".md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
