package dev.followthrough.commitments.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Writes the pages. They hold no script, load nothing from anywhere, and send what is filled in to
 * where they came from only; a browser holds them to that by the policy.
 */
@ApplicationScoped
class Pages {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Pages.class.getClassLoader(),
          Pages.class.getPackageName() + ".template");
  private final String style = resource("page/style.css");
  private final String policy =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
          .formatted(sha256(style));

  /** What the page may do, for {@code Content-Security-Policy}. */
  String policy() {
    return policy;
  }

  String agreement(SharePage page) {
    return render("agreement", Map.of("page", page));
  }

  String noThanks(SharePage page) {
    return render("noThanks", Map.of("page", page));
  }

  String forgetMe(SharePage page) {
    return render("forgetMe", Map.of("page", page));
  }

  String goodbye() {
    return render("goodbye", Map.of());
  }

  /** Says why nothing is shown, in a sentence or two. */
  String nothing(String title, String words) {
    return render("nothing", Map.of("title", title, "words", words));
  }

  private String render(String template, Map<String, Object> given) {
    var parameters = new java.util.HashMap<>(given);
    parameters.put("style", style);
    var output = new StringOutput();
    templates.render(template + ".jte", parameters, output);
    return output.toString();
  }

  private static String resource(String name) {
    try (var in = Pages.class.getClassLoader().getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
