package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.Changeable;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Terms;
import dev.followthrough.commitments.agreement.Words;
import dev.followthrough.commitments.idea.Ideas;
import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a commitment says: reworded while proposed, counter-proposed, accepted. */
@ApplicationScoped
@Transactional
public class Wordings {

  private final AgreementChanges changes;
  private final Ideas ideas;
  private final Areas areas;
  private final Preconditions preconditions;

  Wordings(AgreementChanges changes, Ideas ideas, Areas areas, Preconditions preconditions) {
    this.changes = changes;
    this.ideas = ideas;
    this.areas = areas;
    this.preconditions = preconditions;
  }

  CommitmentView reword(UUID commitmentId, MergePatch<CommitmentFields> patch) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) -> {
          preconditions.requireMatchOf(CommitmentView.of(commitment));
          return commitment.reword(patched(commitment, patch), now);
        });
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView propose(UUID commitmentId, Party side, NewWording wording) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) ->
            commitment.propose(
                known(listed(wording.words(), commitment)), wording.proposedBy(), side, now));
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView accept(UUID commitmentId, Party side, int number, Acceptance acceptance) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, _) -> commitment.accept(number, Acceptance.by(acceptance), side));
  }

  private Terms patched(Changeable commitment, MergePatch<CommitmentFields> patch) {
    var before = commitment.terms();
    var fields = patch.applyTo(CommitmentFields.of(before));
    // an idea that was deleted since stays named until the owner names another
    var said = listed(fields.words(), commitment);
    var words = patch.names("actionIdea") ? known(said) : said;
    if (!patch.names("receiverId")) {
      return new Terms(words, before.receiver());
    }
    var receiver = fields.receiverId();
    return new Terms(words, receiver == null ? null : Party.contact(receiver));
  }

  private Words listed(Words words, Changeable commitment) {
    return words.in(areas.listed(words.area(), commitment.terms().words().area()));
  }

  /** With the id of the idea that it names, if it names one. */
  private Words known(Words words) {
    return words.actionIdea() == null
        ? words
        : words.from(ideas.idNamed(words.actionIdea(), "/actionIdea").toString());
  }
}
