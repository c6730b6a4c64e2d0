package dev.followthrough.contacts.quicklog;

import dev.followthrough.events.TouchDirection;
import dev.followthrough.platform.problem.ProblemException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a quick log means: what is given goes before what the words say, and what neither says is
 * asked for, never guessed. Only a touch has a direction.
 */
final class QuickLogRule {

  /**
   * @param direction null for a meeting
   */
  record Meant(LoggedKind kind, TouchDirection direction) {}

  private QuickLogRule() {}

  /**
   * @param now where the owner lives
   * @throws ProblemException when something is missing, with all that is
   */
  static Meant decide(NewQuickLog said, Reading reading, LocalDateTime now) {
    var kind = kind(said, reading);
    var direction = direction(said, reading);
    refuseOpen(said, reading, kind, direction, now);
    return new Meant(kind.orElseThrow(), kind.get().isMeeting() ? null : direction.orElseThrow());
  }

  private static Optional<LoggedKind> kind(NewQuickLog said, Reading reading) {
    if (said.kind() != null) {
      return Optional.of(said.kind());
    }
    var kinds = reading.kinds();
    if (kinds.size() == 1) {
      return kinds.stream().findFirst();
    }
    // a call that has an end of its own is a conversation
    return said.endsAt() != null
        ? kinds.stream().filter(LoggedKind::isMeeting).findFirst().filter(_ -> isCall(reading))
        : Optional.empty();
  }

  private static boolean isCall(Reading reading) {
    return reading.kinds().size() == 2 && reading.kinds().contains(LoggedKind.SHORT_CALL);
  }

  private static Optional<TouchDirection> direction(NewQuickLog said, Reading reading) {
    if (said.direction() != null) {
      return Optional.of(said.direction());
    }
    return reading.directions().size() == 1
        ? reading.directions().stream().findFirst()
        : Optional.empty();
  }

  private static void refuseOpen(
      NewQuickLog said,
      Reading reading,
      Optional<LoggedKind> kind,
      Optional<TouchDirection> direction,
      LocalDateTime now) {
    var missing = new LinkedHashMap<String, List<String>>();
    if (kind.isEmpty()) {
      missing.put("kind", reading.kinds().stream().map(one -> one.word).toList());
    }
    var maybeTouch =
        kind.map(one -> !one.isMeeting())
            .orElseGet(() -> reading.kinds().stream().noneMatch(LoggedKind::isMeeting));
    if (maybeTouch && direction.isEmpty()) {
      missing.put("direction", List.of("outbound", "inbound"));
    }
    // what is called a lunch before noon may be one that is only planned
    var maybeMeeting = kind.map(LoggedKind::isMeeting).orElse(true);
    var needsHour = maybeMeeting && (reading.mayLieAhead(now) || reading.leavesHourOpen());
    if (said.at() == null
        && said.endsAt() == null
        && (reading.undated() || reading.days().size() > 1 || needsHour)) {
      missing.put("at", List.of());
    }
    if (!missing.isEmpty()) {
      throw QuickLogProblems.ambiguous(missing);
    }
  }
}
