package dev.followthrough.commitments.assessment;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of assessments, as a client meets them when it breaks one. */
@ApplicationScoped
class AssessmentRefusals implements ProblemCatalogue {

  static final ProblemType ONLY_RECEIVER_ASSESSES =
      new ProblemType(
          "only-receiver-assesses",
          422,
          "Only the receiver can assess this",
          "The quality of an individual commitment is assessed by the one it was meant for. What"
              + " the owner promised is assessed by the contact, who does so through a share link;"
              + " nobody assesses in a contact's name.");
  static final ProblemType NOTHING_TO_ASSESS =
      new ProblemType(
          "nothing-to-assess",
          409,
          "There is nothing to assess",
          "An individual commitment can be assessed once it was delivered, also late. The shared"
              + " one can once the owner and the contact had both promised their part and both have"
              + " delivered or missed it. What is disputed is not assessed.");
  static final ProblemType ASSESSMENT_FINAL =
      new ProblemType(
          "assessment-final",
          409,
          "The assessment is final",
          "Both sides have given theirs and can see the other's: neither changes any more.");
  static final ProblemType ASSESSMENT_CLOSED =
      new ProblemType(
          "assessment-closed",
          409,
          "The fourteen days are over",
          "An assessment is given, or changed, within 14 days after the agreement was due. Then"
              + " each side sees what the other gave, and nothing is added.");

  static final ProblemType CHANGED_TOO_OFTEN =
      new ProblemType(
          "assessment-changed-too-often",
          409,
          "The assessment has been changed too often",
          "An assessment keeps what was given before, up to 100 times. The last one stands.");

  @Override
  public List<ProblemType> problems() {
    return List.of(
        ONLY_RECEIVER_ASSESSES,
        NOTHING_TO_ASSESS,
        ASSESSMENT_FINAL,
        ASSESSMENT_CLOSED,
        CHANGED_TOO_OFTEN);
  }
}
