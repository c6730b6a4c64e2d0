package dev.followthrough.commitments.action;

import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.events.NextActionKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One thing that the owner is to do.
 *
 * @param subject what it is about: with the kind it tells the line from all others
 * @param occurrence which time it is that this is to be done; a line that was hidden shows again
 *     once this differs
 * @param at by what it is ranked
 * @param doBy null without a deadline
 * @param since since when it is to be done
 * @param contactIds whom it is with, those who are gone included
 * @param about as a subject of events
 * @param doing the call that does it
 * @param told the words of an event, which says nothing that rests on standing
 * @param words what to do and why, of the names of those it is with: never a figure, note or caveat
 */
public record OpenAction(
    NextActionKind kind,
    UUID subject,
    Instant occurrence,
    boolean inner,
    Instant at,
    Instant doBy,
    Instant since,
    List<UUID> contactIds,
    String about,
    Doing doing,
    UnaryOperator<String> told,
    UnaryOperator<String> words) {

  /** One whose words rest on nobody's standing, and are told as they are shown. */
  public OpenAction(
      NextActionKind kind,
      UUID subject,
      Instant occurrence,
      boolean inner,
      Instant at,
      Instant doBy,
      Instant since,
      List<UUID> contactIds,
      String about,
      Doing doing,
      UnaryOperator<String> words) {
    this(kind, subject, occurrence, inner, at, doBy, since, contactIds, about, doing, words, words);
  }

  /** A call of the API. */
  public record Doing(String method, String path) {

    public static Doing post(String path) {
      return new Doing("POST", path);
    }
  }

  public Place place() {
    return new Place(kind, inner, at, subject);
  }

  public UUID id() {
    return ActionIds.of(kind, subject);
  }
}
