package dev.followthrough.commitments.page;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import java.util.List;
import java.util.Map;

/**
 * What somebody tried to say and could not: where, what they had filled in, and what was wrong, so
 * that the page shows all of it again.
 *
 * @param form the id of the form on the page
 */
public record Attempt(String form, Map<String, String> fields, List<Fault> faults) {

  /** Nothing was tried. */
  static final Attempt NONE = new Attempt("", Map.of(), List.of());

  private static final Map<String, String> LABELS =
      Map.of(
          "text", "Your words",
          "note", "A word with it",
          "evidence", "A link that shows it",
          "said", "What you want to say",
          "offered", "What you offer instead",
          "value", "Your assessment",
          "comment", "A comment",
          "when", "When it arrived",
          "confirm", "The box");

  /**
   * @param field the name of the field, or empty when no single one is at fault
   */
  public record Fault(String field, String words) {}

  static Attempt of(String form, Form said, ProblemException refused) {
    var faults =
        refused.errors().isEmpty()
            ? List.of(new Fault("", words(refused)))
            : refused.errors().stream().map(Attempt::fault).toList();
    return new Attempt(form, said.fields(), faults);
  }

  public boolean isOf(String formId) {
    return form.equals(formId);
  }

  /** What stood in a field of this form, to stand there again. */
  public String kept(String formId, String field) {
    return isOf(formId) ? fields.getOrDefault(field, "") : "";
  }

  public boolean wasChosen(String formId, String field, String value) {
    return kept(formId, field).equals(value);
  }

  public boolean isAtFault(String formId, String field) {
    return isOf(formId) && faults.stream().anyMatch(fault -> fault.field().equals(field));
  }

  /** Where on the page the fault can be mended. */
  public String target(Fault fault) {
    return "#" + (fault.field().isEmpty() ? form : form + "-" + fault.field());
  }

  private static Fault fault(FieldError error) {
    var field = error.pointer().replaceFirst("^/", "").replaceFirst("/.*$", "");
    var label = LABELS.getOrDefault(field, "What was sent");
    return new Fault(
        LABELS.containsKey(field) ? field : "", label + ": " + said(field, error) + ".");
  }

  private static String said(String field, FieldError error) {
    return switch (error.rule()) {
      case "pattern" -> "a link begins with https:// and holds no space";
      case "required" ->
          switch (field) {
            case "confirm" -> "please tick it, so that nobody says it by mistake";
            case "value", "when" -> "please choose one";
            default -> "please fill this in";
          };
      default -> error.detail();
    };
  }

  private static String words(ProblemException refused) {
    return switch (refused.type().name()) {
      case "wording-not-in-force" ->
          "The words have changed since you opened the page. Read them again before you promise.";
      case "commitment-ended" -> "This has ended meanwhile, and can no longer be done.";
      case "already-promised" -> "This is promised already, and can no longer be declined.";
      case "words-needed" -> "Nobody has said yet what it is. Suggest some words first.";
      default ->
          refused.type().equals(Problems.CONFLICT)
              ? "Somebody changed it at the same moment. Please look again and repeat."
              : refused.type().title() + ".";
    };
  }
}
