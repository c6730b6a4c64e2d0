package dev.followthrough.notifications.message;

import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The owner's event log to read. A place in it is the sequence of the last message seen, whatever
 * was selected. Sequences are given under the log's lock, which is held until the commit, so that
 * no message comes to stand before a place that somebody has seen.
 */
@ApplicationScoped
@Transactional
public class LogReader {

  /** For how long the log keeps a message. */
  public static final Duration KEPT = LogKeeper.KEPT;

  private final Sql sql;

  LogReader(Sql sql) {
    this.sql = sql;
  }

  /**
   * How far the log reaches.
   *
   * @param forgotten the last sequence that is no longer kept, 0 when everything is
   * @param last the last sequence given, 0 when there is none
   */
  public record Extent(long forgotten, long last) {

    /** Whether nothing is missing between the place and the end of the log. */
    public boolean reaches(long place) {
      return forgotten <= place && place <= last;
    }
  }

  /**
   * A part of the log.
   *
   * @param place where the next part begins: at the end of the log beyond the last message, so that
   *     what was not selected is not looked at again
   */
  public record Part(List<LoggedMessage> messages, long place) {}

  public Extent extent() {
    return sql.first(
            "select forgotten, last from message_sequence",
            row -> new Extent(row.getLong(1), row.getLong(2)))
        .orElseGet(() -> new Extent(0, 0));
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException when something that followed the
   *     place is no longer kept
   */
  public void requireKept(long place) {
    if (!extent().reaches(place)) {
      throw LogProblems.FORGOTTEN.because("The log does not reach back to %d.".formatted(place));
    }
  }

  public LoggedMessage get(UUID id, Selection wanted) {
    return Message.<Message>findByIdOptional(id)
        .filter(wanted::shows)
        .map(LoggedMessage::of)
        .orElseThrow(() -> Problems.notFound("event", id));
  }

  public List<LoggedMessage> after(long place, Selection wanted, int limit) {
    return Message.after(place, wanted, limit).stream().map(LoggedMessage::of).toList();
  }

  /** The next part after a place; empty when the log no longer reaches back to it. */
  public Optional<Part> partAfter(long place, Selection wanted, int limit) {
    // looked up first: what comes in between is in the part or after it
    var extent = extent();
    if (!extent.reaches(place)) {
      return Optional.empty();
    }
    var messages = after(place, wanted, limit);
    var seen = messages.isEmpty() ? place : messages.getLast().sequence();
    return Optional.of(
        new Part(messages, messages.size() < limit ? Math.max(seen, extent.last()) : seen));
  }
}
