package dev.followthrough.stack.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.stack.document.ApiDocument;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuidesTest {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  private final ApiDocument document = ApiDocument.committed();
  private final Guides guides = new Guides(document);

  @Test
  void every_event_type_and_every_problem_type_of_the_document_is_explained() {
    var events = guides.at("/docs/events");
    document
        .json()
        .path("webhooks")
        .fieldNames()
        .forEachRemaining(type -> assertThat(events).contains("<code>" + type + "</code>"));
    var errors = guides.at("/docs/errors");
    document
        .json()
        .path("x-problem-types")
        .fieldNames()
        .forEachRemaining(type -> assertThat(errors).contains("href=\"/problems/" + type + "\""));
  }

  @Test
  void every_link_within_the_guides_leads_somewhere() throws Exception {
    Set<String> there =
        new HashSet<>(Set.of("/docs/reference", "/docs/favicon.png", "/docs/guide.css"));
    for (var guide : Guides.ALL) {
      there.add(guide.path());
      var ids = ID.matcher(guides.at(guide.path()));
      while (ids.find()) {
        there.add(guide.path() + "#" + ids.group(1));
      }
    }
    document
        .json()
        .path("x-problem-types")
        .fieldNames()
        .forEachRemaining(type -> there.add("/problems/" + type));

    for (var guide : Guides.ALL) {
      var links = LINK.matcher(guides.at(guide.path()));
      while (links.find()) {
        assertThat(there).contains(links.group(1));
      }
      assertThat(guides.at(guide.path())).doesNotContain("src=\"http", "url(http");
    }
    for (var section : new ObjectMapper().readTree(guides.at("/docs/search.json"))) {
      assertThat(there).contains(section.path("path").asText());
    }
  }
}
