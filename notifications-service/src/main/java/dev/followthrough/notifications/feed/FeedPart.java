package dev.followthrough.notifications.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.notifications.diary.DiaryKind;

/** What a calendar feed can hold. */
public enum FeedPart {
  @JsonProperty("meetings")
  MEETINGS(DiaryKind.MEETING),
  /** When agreements are due, with what is open of one's own and the contacts' promises. */
  @JsonProperty("deadlines")
  DEADLINES(DiaryKind.DEADLINE),
  @JsonProperty("keepInTouch")
  KEEP_IN_TOUCH(DiaryKind.KEEP_IN_TOUCH);

  private final DiaryKind kind;

  FeedPart(DiaryKind kind) {
    this.kind = kind;
  }

  DiaryKind kind() {
    return kind;
  }
}
