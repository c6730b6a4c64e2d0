package dev.followthrough.contacts.contact;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Something names a contact who is not in the network. */
@ApplicationScoped
public class UnknownContact implements ProblemCatalogue {

  public static final ProblemType TYPE =
      new ProblemType(
          "unknown-contact",
          422,
          "A contact that is named is not in the network",
          "The request names somebody who is unknown or was removed. Add the contact first, or"
              + " name another; `errors` points to each.");

  /** The fault of the field that names them. */
  public static FieldError at(String pointer) {
    return new FieldError(pointer, "unknown-contact", "is not in the network");
  }

  /** Refuses the field that names them unless they are known. */
  public static void require(boolean known, String pointer) {
    if (!known) {
      throw new ProblemException(TYPE, pointer + " is not in the network.", List.of(at(pointer)));
    }
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(TYPE);
  }
}
