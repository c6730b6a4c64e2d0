package dev.followthrough.notifications.message;

import dev.followthrough.platform.json.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which messages of the log a client wants and may see: those of which one of the patterns fits the
 * type (without a pattern: all), about one thing if it is named, that came into the log at or after
 * an instant if one is given, and of the public ones those that its scopes allow.
 */
public final class Selection {

  private static final int MOST_TYPES = 50;
  private static final int LONGEST_SUBJECT = 200;

  private final List<String> types;
  private final String subject;
  private final Instant since;
  private final Set<String> hidden;

  private Selection(List<String> types, String subject, Instant since, Set<String> hidden) {
    this.types = types;
    this.subject = subject;
    this.since = since;
    this.hidden = hidden;
  }

  /** Everything that a client with these scopes may see. */
  public static Selection all(Set<String> scopes) {
    return new Selection(List.of(), null, null, PublicEvents.hiddenFrom(scopes));
  }

  /**
   * What the query parameters {@code type}, {@code subject} and {@code since} ask for; the latter
   * two may be null.
   *
   * @throws dev.followthrough.platform.problem.ProblemException with what is wrong about them
   */
  public static Selection of(
      List<String> types, String subject, Instant since, Set<String> scopes) {
    var faults = new Faults();
    if (types.size() > MOST_TYPES) {
      faults.add("?type", "size", "may be given %d times".formatted(MOST_TYPES));
    }
    types.forEach(type -> EventTypePattern.check(type, "?type", faults));
    if (subject != null && subject.length() > LONGEST_SUBJECT) {
      faults.add("?subject", "size", "must have at most %d characters".formatted(LONGEST_SUBJECT));
    }
    faults.refuse();
    return new Selection(List.copyOf(types), subject, since, PublicEvents.hiddenFrom(scopes));
  }

  /**
   * What an endpoint wants of what came into the log since then; null for all that is kept.
   *
   * @param figures whether it may get those
   */
  public static Selection replayed(List<String> eventTypes, Instant since, boolean figures) {
    return new Selection(eventTypes, null, since, PublicEvents.notReplayed(figures));
  }

  boolean shows(Message message) {
    return !hidden.contains(message.type);
  }

  /** Adds what restricts a query of {@link Message}s {@code m}. */
  void restrict(List<String> conditions, Map<String, Object> values) {
    conditions.add("m.type not in :hidden");
    values.put("hidden", hidden);
    if (!types.isEmpty()) {
      conditions.add(fitting(values));
    }
    if (subject != null) {
      conditions.add("m.subject = :subject");
      values.put("subject", subject);
    }
    if (since != null) {
      conditions.add("m.loggedAt >= :since");
      values.put("since", since);
    }
  }

  private String fitting(Map<String, Object> values) {
    var any = new ArrayList<String>();
    for (var i = 0; i < types.size(); i++) {
      var pattern = types.get(i);
      var name = "type" + i;
      if (EventTypePattern.isExact(pattern)) {
        any.add("m.type = :" + name);
        values.put(name, pattern);
      } else {
        // no "like": names hold underscores
        any.add(
            "left(m.type, %d) = :%s".formatted(EventTypePattern.prefix(pattern).length(), name));
        values.put(name, EventTypePattern.prefix(pattern));
      }
    }
    return "(" + String.join(" or ", any) + ")";
  }
}
