package dev.followthrough.commitments.mirror;

import dev.followthrough.commitments.meeting.Met;
import dev.followthrough.commitments.touch.Contacted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether the owner follows up: of those met in the last 365 days, in meetings that ended a week
 * ago or longer, once for each meeting, how many the owner reached out to within 7 days after it.
 *
 * @param met how many people, once for each meeting with them
 * @param followedUp how many of them the owner reached out to in time
 */
record FollowUp(int met, int followedUp) {

  static final Duration IN_TIME = Duration.ofDays(7);

  static FollowUp of(Collection<Met> met, Collection<Contacted> contacted, Instant asOf) {
    var touches =
        contacted.stream()
            .collect(
                Collectors.groupingBy(
                    Contacted::contactId, Collectors.mapping(Contacted::at, Collectors.toList())));
    var over = met.stream().filter(one -> !one.endedAt().plus(IN_TIME).isAfter(asOf)).toList();
    return new FollowUp(
        over.size(), (int) over.stream().filter(one -> isFollowedUp(one, touches)).count());
  }

  private static boolean isFollowedUp(Met met, Map<UUID, List<Instant>> touches) {
    return touches.getOrDefault(met.contactId(), List.of()).stream()
        .anyMatch(at -> !at.isBefore(met.endedAt()) && !at.isAfter(met.endedAt().plus(IN_TIME)));
  }
}
