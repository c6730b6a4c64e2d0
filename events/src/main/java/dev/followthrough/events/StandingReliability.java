package dev.followthrough.events;

/**
 * Reliability by kept and missed promises, which fade by half in 180 days.
 *
 * @param estimate null unless tested, to two decimals, as are the interval's ends
 * @param lower the lower end of the 90% interval
 * @param upper the upper end
 * @param weight r + s, the evidence that has not faded
 * @param kept how many were kept, undecayed
 * @param missed how many were missed or late, undecayed
 */
public record StandingReliability(
    ReliabilityState state,
    Double estimate,
    Double lower,
    Double upper,
    double weight,
    int kept,
    int missed) {}
