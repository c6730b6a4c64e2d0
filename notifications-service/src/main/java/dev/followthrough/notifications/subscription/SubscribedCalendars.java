package dev.followthrough.notifications.subscription;

import dev.followthrough.notifications.diary.Diary;
import dev.followthrough.notifications.feed.CalendarFeeds;
import dev.followthrough.notifications.feed.FeedConfig;
import dev.followthrough.notifications.feed.FeedTokens;
import dev.followthrough.platform.http.AllowanceHeaders;
import dev.followthrough.platform.http.Allowances;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A feed as a calendar program reads it: the token says whose it is, and from there on it is read
 * as that owner. A token that is unknown and one of a feed that was revoked are refused alike.
 */
@ApplicationScoped
public class SubscribedCalendars {

  private final Allowances reads;
  private final AllowanceHeaders headers;
  private final FeedTokens tokens;
  private final Owners owners;
  private final CalendarFeeds feeds;
  private final Diary diary;

  SubscribedCalendars(
      FeedConfig config,
      AllowanceHeaders headers,
      FeedTokens tokens,
      Owners owners,
      CalendarFeeds feeds,
      Diary diary) {
    reads = Allowances.aMinute("feed-per-replica", config.perMinute());
    this.headers = headers;
    this.tokens = tokens;
    this.owners = owners;
    this.feeds = feeds;
    this.diary = diary;
  }

  String read(String token) {
    var allowance = reads.spendToken(token);
    headers.tell(
        allowance, "A feed is read at most %d times a minute.".formatted(allowance.calls()));
    var opens = tokens.find(token);
    return owners.act(
        opens.owner(),
        () ->
            feeds
                .open(opens.feed())
                .map(feed -> FeedText.of(feed.name(), diary.shown(feed.kinds())))
                .orElseThrow(
                    () -> Problems.NOT_FOUND.because("There is no calendar at this address.")));
  }
}
