package dev.followthrough.commitments.figure;

import java.time.Instant;
import java.util.List;

/**
 * Whether somebody is always asking: in 365 days three or more inbound asks, which are over half of
 * their inbound touches. The formula is the product's own.
 */
public final class AlwaysAsking {

  static final int MANY = 3;

  private AlwaysAsking() {}

  /**
   * @param asks when the contact asked for something
   * @param touches when the contact touched the owner, asks included
   */
  public static boolean holds(List<Instant> asks, List<Instant> touches, Instant asOf) {
    long asked = asks.stream().filter(at -> OneWay.inTheYear(at, asOf)).count();
    long touched = touches.stream().filter(at -> OneWay.inTheYear(at, asOf)).count();
    return asked >= MANY && asked * 2 > touched;
  }
}
