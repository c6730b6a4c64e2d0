package dev.followthrough.commitments.sharelink;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of share links, as a client meets them when it breaks one. */
@ApplicationScoped
public class ShareLinkProblems implements ProblemCatalogue {

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-share-links",
          409,
          "That contact has enough links",
          "At most five links of one agreement are active for one contact at a time. Revoke one"
              + " first (`DELETE /v1/agreements/{id}/share-links/{linkId}`).");
  static final ProblemType EXPIRY =
      new ProblemType(
          "share-link-expiry",
          422,
          "A link cannot expire then",
          "`expiresAt` lies after now and at most 90 days after the agreement is due. Without it a"
              + " link ends 14 days after that; once they are over, say how long a new one is to"
              + " be readable.");
  public static final ProblemType NO_THANKS =
      new ProblemType(
          "said-no-thanks",
          409,
          "That person said \"no thanks\"",
          "The contact ended this by themselves: through the links that they had, nothing is promised,"
              + " reported or assessed any more. They can read, and say \"forget me\".");

  private static final String NOTHING =
      "There is nothing under this link. It may have expired or been withdrawn.";

  /** The one answer to every link that does not open, whatever the reason. */
  public static ProblemException nothing() {
    return Problems.NOT_FOUND.because(NOTHING);
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(TOO_MANY, EXPIRY, NO_THANKS);
  }
}
