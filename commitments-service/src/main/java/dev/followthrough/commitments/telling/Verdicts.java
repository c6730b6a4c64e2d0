package dev.followthrough.commitments.telling;

import dev.followthrough.events.Circle;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import dev.followthrough.events.StandingReliability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a standing says in words, which changes now and then, as against its digits, which change by
 * mere ageing every day.
 */
record Verdicts(
    ReliabilityState reliability,
    ReciprocityBalance balance,
    GapVerdict gap,
    boolean oneWay,
    boolean alwaysAsking,
    Circle proposedCircle) {

  static Verdicts of(StandingChanged s) {
    return new Verdicts(
        s.reliability().state(),
        s.reciprocity().balance(),
        s.gap(),
        s.oneWaySince() != null,
        s.alwaysAsking(),
        s.proposedCircle());
  }

  /** Which facts of a standing differ from the one before. */
  static List<String> changed(StandingChanged before, StandingChanged after) {
    var changed = new ArrayList<String>();
    note(changed, "reliability", before.reliability(), after.reliability());
    note(changed, "quality", before.quality(), after.quality());
    note(changed, "collaboration", before.collaboration(), after.collaboration());
    note(changed, "reciprocity", before.reciprocity(), after.reciprocity());
    note(changed, "gap", before.gap(), after.gap());
    note(changed, "oneWay", before.oneWaySince(), after.oneWaySince());
    note(changed, "alwaysAsking", before.alwaysAsking(), after.alwaysAsking());
    note(changed, "apologiesOwed", before.apologiesOwed(), after.apologiesOwed());
    note(changed, "thanksOwed", before.thanksOwed(), after.thanksOwed());
    note(changed, "proposedCircle", before.proposedCircle(), after.proposedCircle());
    return changed;
  }

  /** The standing of somebody of whom nothing is known, before anything is told. */
  static StandingChanged nobody(UUID contactId, Instant asOf) {
    return new StandingChanged(
        contactId,
        asOf,
        new StandingReliability(ReliabilityState.UNTESTED, null, null, null, 0, 0, 0),
        null,
        null,
        new StandingReciprocity(0, 0, 0, ReciprocityBalance.EVEN),
        0,
        0,
        null,
        null,
        false,
        null,
        List.of());
  }

  private static void note(List<String> changed, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changed.add(name);
    }
  }
}
