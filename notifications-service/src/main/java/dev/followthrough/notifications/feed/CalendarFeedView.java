package dev.followthrough.notifications.feed;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar feed as the API shows it: without its address, which nobody can show again. */
record CalendarFeedView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull List<FeedPart> parts,
    @NotNull Instant createdAt) {

  static CalendarFeedView of(CalendarFeed feed) {
    return new CalendarFeedView(feed.id, feed.name, feed.parts, feed.createdAt);
  }

  /** A new feed: the one time that its address is shown. */
  record NewCalendarFeed(
      @NotNull UUID id,
      @NotNull String name,
      @NotNull List<FeedPart> parts,
      @NotNull Instant createdAt,
      @NotNull
          @Schema(
              description =
                  "The address to subscribe to. Whoever knows it reads the calendar: keep it to"
                      + " yourself. It is shown this once.",
              examples =
                  "https://ft.example/v1/feeds/jv2MYr1WqMPVZ5JKuDVv4q3VYfkl1EtVvWG7FdYAsr0/calendar.ics")
          String url) {

    static NewCalendarFeed of(CalendarFeed feed, String url) {
      return new NewCalendarFeed(feed.id, feed.name, feed.parts, feed.createdAt, url);
    }
  }

  /** A part of the list of feeds. */
  record CalendarFeedPage(@NotNull List<CalendarFeedView> items, String nextCursor) {}
}
