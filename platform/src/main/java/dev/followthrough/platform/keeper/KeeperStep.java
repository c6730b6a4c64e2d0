package dev.followthrough.platform.keeper;

import java.sql.SQLException;

/**
 * One kind of thing that a service keeps for a stated time only. The keeper takes such steps every
 * hour, one after another, and of all replicas one at a time takes the same.
 */
public interface KeeperStep {

  /** What is forgotten, in words for logs; no two steps of a service have the same. */
  String name();

  /**
   * Forgets the next of it, of every owner, in transactions of its own.
   *
   * @param most so many at once, so that no transaction grows long
   * @return how many went: if as many, there may be more
   */
  int forget(int most) throws SQLException;
}
