package dev.followthrough.commitments.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    @NotNull State state) {

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

  static Wording of(int number, Words words, Party proposedBy, Instant proposedAt, State state) {
    return new Wording(
        number,
        words.text(),
        words.complexity(),
        words.area(),
        words.actionIdea(),
        proposedBy,
        proposedAt,
        List.of(),
        state);
  }

  Words words() {
    return new Words(text, complexity, area, actionIdea);
  }

  Wording acceptedBy(Party party) {
    var all = new ArrayList<>(acceptedBy);
    all.add(party);
    return new Wording(
        number,
        text,
        complexity,
        area,
        actionIdea,
        proposedBy,
        proposedAt,
        List.copyOf(all),
        state);
  }

  Wording in(State next) {
    return new Wording(
        number, text, complexity, area, actionIdea, proposedBy, proposedAt, acceptedBy, next);
  }

  Wording without(Party party) {
    var others = acceptedBy.stream().filter(one -> !one.equals(party)).toList();
    return new Wording(
        number, text, complexity, area, actionIdea, proposedBy, proposedAt, others, state);
  }

  /** Only its number and weight are left. */
  Wording forgotten() {
    return new Wording(number, null, complexity, null, null, null, proposedAt, List.of(), state);
  }
}
