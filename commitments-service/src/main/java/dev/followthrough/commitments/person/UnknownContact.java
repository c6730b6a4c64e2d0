package dev.followthrough.commitments.person;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Something names a contact who is not in the network; the same in each service. */
@ApplicationScoped
public class UnknownContact implements ProblemCatalogue {

  private static final ProblemType TYPE =
      new ProblemType(
          "unknown-contact",
          422,
          "A contact that is named is not in the network",
          "The request names somebody who is unknown or was removed. Add the contact first, or"
              + " name another; `errors` points to each.");

  /** The refusal of these fields, each of which names somebody who is not in the network. */
  public static ProblemException at(List<String> pointers) {
    return new ProblemException(
        TYPE,
        "%d of the contacts are not in the network.".formatted(pointers.size()),
        pointers.stream()
            .map(pointer -> new FieldError(pointer, "unknown-contact", "is not in the network"))
            .toList());
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(TYPE);
  }
}
