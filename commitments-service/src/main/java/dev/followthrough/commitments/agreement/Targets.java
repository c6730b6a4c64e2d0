package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom a call is about: the one it names, or, when it names nobody, all for whom it can be done.
 */
final class Targets {

  private Targets() {}

  /**
   * @param by null for nobody in particular
   * @param can for which parts it can be done
   * @param why what to answer about a part for which it cannot
   * @return at least one
   */
  static List<Party> of(
      Commitment c, Party by, Predicate<Part> can, Function<Part, RuntimeException> why) {
    if (by != null) {
      var part = c.part(c.agreement.participating(by)).orElseThrow(() -> Agreement.stranger(by));
      if (!can.test(part)) {
        throw why.apply(part);
      }
      return List.of(by);
    }
    var able = c.parts.stream().filter(can).map(Part::by).toList();
    if (able.isEmpty()) {
      throw c.parts.isEmpty()
          ? Refusals.COMMITMENT_ENDED.because("Nobody has a part in it any more.")
          : why.apply(c.parts.getFirst());
    }
    return able;
  }
}
