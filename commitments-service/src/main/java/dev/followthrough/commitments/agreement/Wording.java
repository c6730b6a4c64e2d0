package dev.followthrough.commitments.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One numbered wording of a commitment. A counter-proposal waits until the other side has accepted
 * it; the newest wording in force is the one that is promised, and what came before it is replaced.
 */
public record Wording(
    @NotNull Integer number,
    String text,
    @NotNull Complexity complexity,
    String area,
    String actionIdea,
    Party proposedBy,
    @NotNull Instant proposedAt,
    @NotNull List<Party> acceptedBy,
    @NotNull State state,
    @Schema(
            description =
                "True when who proposed it said so themselves, through a share link; absent when"
                    + " the owner recorded it.")
        Boolean throughLink,
    @Schema(
            description =
                "Those of `acceptedBy` who said so themselves, through a share link; what the others"
                    + " said the owner recorded. Absent when there is nobody.")
        List<Party> acceptedThroughLink) {

  /** Whether it binds. */
  @Schema(name = "WordingState")
  public enum State {
    @JsonProperty("inForce")
    IN_FORCE,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("replaced")
    REPLACED
  }

  /**
   * One that waits.
   *
   * @param side the one that says that it is proposed
   */
  static Wording of(int number, Words words, Party proposedBy, Party side, Instant proposedAt) {
    return new Wording(
        number,
        words.text(),
        words.complexity(),
        words.area(),
        words.actionIdea(),
        proposedBy,
        proposedAt,
        List.of(),
        State.WAITING,
        side.isOwner() ? null : true,
        null);
  }

  Words words() {
    return new Words(text, complexity, area, actionIdea);
  }

  /**
   * Whether this side of it, as its proposer or as one who accepted it, said so itself: the owner
   * always, a contact through a share link.
   */
  public boolean isOwnWord(Party party) {
    return party.isOwner()
        || party.equals(proposedBy) && Boolean.TRUE.equals(throughLink)
        || acceptedThroughLink != null && acceptedThroughLink.contains(party);
  }

  Wording acceptedBy(Party party, Party side) {
    return accepted(with(acceptedBy, party), side.isOwner() ? through() : with(through(), party));
  }

  Wording in(State next) {
    return new Wording(
        number,
        text,
        complexity,
        area,
        actionIdea,
        proposedBy,
        proposedAt,
        acceptedBy,
        next,
        throughLink,
        acceptedThroughLink);
  }

  Wording without(Party party) {
    return accepted(without(acceptedBy, party), without(through(), party));
  }

  /** Only its number and weight are left. */
  Wording forgotten() {
    return new Wording(
        number, null, complexity, null, null, null, proposedAt, List.of(), state, null, null);
  }

  private Wording accepted(List<Party> by, List<Party> throughLinks) {
    return new Wording(
        number,
        text,
        complexity,
        area,
        actionIdea,
        proposedBy,
        proposedAt,
        by,
        state,
        throughLink,
        throughLinks.isEmpty() ? null : throughLinks);
  }

  private List<Party> through() {
    return acceptedThroughLink == null ? List.of() : acceptedThroughLink;
  }

  private static List<Party> with(List<Party> parties, Party one) {
    return Stream.concat(parties.stream(), Stream.of(one)).toList();
  }

  private static List<Party> without(List<Party> parties, Party one) {
    return parties.stream().filter(party -> !party.equals(one)).toList();
  }
}
