package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The owner asked contacts for something, or a contact asked the owner. For each of them it is also
 * a touch, which contacts-service records.
 *
 * @param by the kind of touch by which it was asked
 * @param forGoal the goal that it serves; null for none
 * @param offer which of the owner's offers it is about; null for none
 */
@EventType("ask.made")
public record AskMade(
    UUID askId,
    AskDirection direction,
    TouchKind by,
    Instant askedAt,
    List<AskedContact> contacts,
    UUID forGoal,
    String offer)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
