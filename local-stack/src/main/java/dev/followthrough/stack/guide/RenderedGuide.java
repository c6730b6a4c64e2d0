package dev.followthrough.stack.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.followthrough.stack.guide.Guides.Guide;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** One guide as a page: readable on a phone, without JavaScript, in light and dark. */
final class RenderedGuide {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private final Guide guide;
  private final Node words;

  RenderedGuide(Guide guide, String markdown) {
    this.guide = guide;
    this.words = PARSER.parse(markdown);
  }

  String page() {
    // a wide table scrolls by itself, and can be reached by keyboard
    var body =
        HTML.render(words)
            .replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
            .replace("</table>", "</table></div>")
            .replace("<pre>", "<pre tabindex=\"0\">");
    return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s · Followthrough</title>
          <link rel="icon" href="/docs/favicon.png">
          <link rel="stylesheet" href="/docs/guide.css">
        </head>
        <body>
          <a class="skip" href="#content">To the text</a>
          <header>
            <strong><a href="/docs">Followthrough</a></strong>
            <form role="search" hidden>
              <input id="search" type="search" placeholder="Search the guides" aria-label="Search the guides" autocomplete="off">
              <ul id="found"></ul>
              <span id="count" class="unseen" role="status"></span>
            </form>
          </header>
          <div class="page">
            <nav aria-label="Guides"><ul>%s</ul></nav>
            <main id="content">
        %s
            </main>
          </div>
          <script src="/docs/guide.js" type="module"></script>
        </body>
        </html>
        """
        .formatted(guide.title(), navigation(), body);
  }

  private String navigation() {
    var guides =
        Guides.ALL.stream()
            .map(
                one ->
                    "<li><a href=\"%s\"%s>%s</a></li>"
                        .formatted(
                            one.path(),
                            one.equals(guide) ? " aria-current=\"page\"" : "",
                            one.title()))
            .collect(Collectors.joining());
    return guides + "<li><a href=\"/docs/reference\">Reference</a></li>";
  }

  /** Adds each section of the guide to the search's index: its heading and what follows it. */
  void index(ArrayNode sections) {
    var ids = IdGenerator.builder().build();
    for (Node node = words.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        var title = TEXT.render(heading).strip();
        var text = new StringBuilder();
        for (Node next = heading.getNext();
            next != null && !(next instanceof Heading);
            next = next.getNext()) {
          text.append(TEXT.render(next)).append(' ');
        }
        sections
            .addObject()
            .put("page", guide.title())
            .put("title", title)
            .put("path", guide.path() + "#" + ids.generateId(title))
            .put("text", text.toString().strip());
      }
    }
  }
}
