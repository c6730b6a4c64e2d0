package dev.followthrough.notifications.feed;

import dev.followthrough.notifications.diary.DiaryFill;
import dev.followthrough.notifications.diary.DiaryKind;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The owner's calendar feeds: made, changed and revoked. */
@ApplicationScoped
public class CalendarFeeds {

  private final FeedTokens tokens;
  private final DiaryFill diary;
  private final Preconditions preconditions;
  private final FeedConfig config;
  private final BusinessTime time;

  CalendarFeeds(
      FeedTokens tokens,
      DiaryFill diary,
      Preconditions preconditions,
      FeedConfig config,
      BusinessTime time) {
    this.tokens = tokens;
    this.diary = diary;
    this.preconditions = preconditions;
    this.config = config;
    this.time = time;
  }

  /** A feed with its token, which nobody sees again. */
  record Made(CalendarFeed feed, RandomToken token) {}

  /** What is to be shown to who has the feed's address. */
  public record OpenFeed(String name, Set<DiaryKind> kinds) {}

  @Transactional
  Made create(CalendarFeedFields fields) {
    var others = CalendarFeed.count();
    if (others >= config.most()) {
      throw FeedProblems.TOO_MANY.because("There are %d feeds already.".formatted(config.most()));
    }
    if (others == 0) {
      diary.fill();
    }
    var feed = new CalendarFeed();
    feed.createdAt = time.now();
    fields.writeTo(feed);
    feed.persistAndFlush();
    var token = RandomToken.next();
    tokens.add(token, feed.id);
    return new Made(feed, token);
  }

  @Transactional
  CalendarFeed get(UUID id) {
    return CalendarFeed.ofId(id).orElseThrow(() -> notFound(id));
  }

  @Transactional
  List<CalendarFeed> list(Optional<UUID> after, int limit) {
    return CalendarFeed.after(after, limit);
  }

  @Transactional
  CalendarFeed change(UUID id, MergePatch<CalendarFeedFields> patch) {
    var feed = lock(id);
    preconditions.requireMatch(feed.version);
    patch.applyTo(CalendarFeedFields.of(feed)).writeTo(feed);
    feed.flush();
    return feed;
  }

  /** From now on its address opens nothing. */
  @Transactional
  void revoke(UUID id) {
    var feed = lock(id);
    preconditions.requireMatch(feed.version);
    feed.delete();
  }

  @Transactional(TxType.MANDATORY)
  public Optional<OpenFeed> open(UUID id) {
    return CalendarFeed.ofId(id)
        .map(
            feed ->
                new OpenFeed(
                    feed.name,
                    feed.parts.stream().map(FeedPart::kind).collect(Collectors.toSet())));
  }

  /** Forgets all feeds of an owner who is erased. */
  @Transactional(TxType.MANDATORY)
  public void forgetAll() {
    CalendarFeed.deleteAll();
  }

  private static CalendarFeed lock(UUID id) {
    return CalendarFeed.lockById(id).orElseThrow(() -> notFound(id));
  }

  private static RuntimeException notFound(UUID id) {
    return Problems.notFound("calendar feed", id);
  }
}
