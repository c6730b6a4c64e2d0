package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.contact.NamedContact;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why nothing is made of a quick log, and what it lacks. */
@ApplicationScoped
class QuickLogProblems implements ProblemCatalogue {

  static final ProblemType SEVERAL =
      new ProblemType(
          "quick-log-several-contacts",
          409,
          "Several contacts are meant",
          "The name or e-mail address fits several contacts, and nothing was made. `contacts` lists"
              + " them: repeat the call with the `contactId` of one.");
  static final ProblemType NOBODY =
      new ProblemType(
          "quick-log-unknown-contact",
          422,
          "Nobody in the network is meant",
          "The name or e-mail address fits no contact, and nothing was made. Add the contact with"
              + " createContact, or repeat the call with the `contactId` of one of `contacts`, who"
              + " are only alike.");
  static final ProblemType AMBIGUOUS =
      new ProblemType(
          "quick-log-ambiguous",
          422,
          "The words do not say enough",
          "Nothing was made. `missing` lists each field that the words leave open and the values that"
              + " it can take: repeat the call with these fields.");

  static ProblemException several(List<NamedContact> meant) {
    return SEVERAL
        .because("%d contacts are meant, or more.".formatted(meant.size()))
        .with("contacts", meant.stream().map(QuickLogProblems::shown).toList());
  }

  static ProblemException nobody(List<NamedContact> alike) {
    return new ProblemException(
            NOBODY,
            "Nobody is called that or has that address. createContact adds a contact.",
            List.of(new FieldError("/with", "unknown-contact", "is not in the network")))
        .with("contacts", alike.stream().map(QuickLogProblems::shown).toList());
  }

  /** By field, the values that each can take; none where they are too many to name. */
  static ProblemException ambiguous(Map<String, List<String>> missing) {
    return new ProblemException(
            AMBIGUOUS,
            "Missing: %s.".formatted(String.join(", ", missing.keySet())),
            missing.keySet().stream()
                .map(field -> new FieldError("/" + field, "ambiguous", "the words leave it open"))
                .toList())
        .with(
            "missing",
            missing.entrySet().stream()
                .map(one -> Map.of("field", one.getKey(), "values", one.getValue()))
                .toList());
  }

  private static Map<String, String> shown(NamedContact contact) {
    var said = new LinkedHashMap<String, String>();
    said.put("contactId", contact.id().toString());
    said.put("name", contact.name());
    if (contact.organisation() != null) {
      said.put("organisation", contact.organisation());
    }
    return said;
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(SEVERAL, NOBODY, AMBIGUOUS);
  }
}
