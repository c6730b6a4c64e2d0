package dev.followthrough.notifications.feed;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of a calendar feed, when making and when changing it. */
@Schema(description = "What the calendar is called, and what it holds.")
public record CalendarFeedFields(
    @Size(max = 100)
        @Schema(
            description = "As calendar programs show it. Absent: Followthrough.",
            defaultValue = "Followthrough")
        String name,
    @Size(min = 1, max = 3)
        @Schema(description = "Each once. Absent: all.", examples = "[\"meetings\"]")
        List<@NotNull FeedPart> parts)
    implements Checked {

  static final CalendarFeedFields USUAL = new CalendarFeedFields(null, null);
  private static final String USUAL_NAME = "Followthrough";

  @Override
  public void check(Faults faults) {
    if (name != null && name.isBlank()) {
      faults.add("/name", "not-blank", "must hold a word");
    }
    for (var i = 0; parts != null && i < parts.size(); i++) {
      if (parts.indexOf(parts.get(i)) < i) {
        faults.add("/parts/" + i, "once", "is there already");
      }
    }
  }

  void writeTo(CalendarFeed feed) {
    feed.name = name == null ? USUAL_NAME : name;
    feed.parts = parts == null ? List.of(FeedPart.values()) : List.copyOf(parts);
  }

  static CalendarFeedFields of(CalendarFeed feed) {
    return new CalendarFeedFields(feed.name, feed.parts);
  }
}
