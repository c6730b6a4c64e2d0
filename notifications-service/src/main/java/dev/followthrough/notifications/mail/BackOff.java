package dev.followthrough.notifications.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a mail is tried again that was not taken: after 1 min, 5 min, 15 min, 1 h, 3 h, 6 h, 12 h
 * and then three times a day later, four days in all. After the eleventh try it is given up.
 */
final class BackOff {

  static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24),
          Duration.ofHours(24));

  static final int MOST_TRIES = PAUSES.size() + 1;

  private BackOff() {}

  /**
   * @param triesMade 1 after the first
   * @return empty when there is no further try
   */
  static Optional<Duration> pauseAfter(int triesMade) {
    return triesMade >= MOST_TRIES ? Optional.empty() : Optional.of(PAUSES.get(triesMade - 1));
  }
}
