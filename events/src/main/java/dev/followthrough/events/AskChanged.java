package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * The owner corrected what an ask says. With whom, when and which way it was made stays.
 *
 * @param forGoal the goal that it serves now; null for none
 * @param offer which of the owner's offers it is about now; null for none
 * @param changed the fields that differ: {@code words}, {@code goalId}, {@code offer}
 */
@EventType("ask.changed")
public record AskChanged(UUID askId, UUID forGoal, String offer, List<String> changed)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
