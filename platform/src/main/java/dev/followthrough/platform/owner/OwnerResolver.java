package dev.followthrough.platform.owner;

import java.util.UUID;
import java.util.function.Supplier;

/** Gives Hibernate's filter the current owner. */
public class OwnerResolver implements Supplier<UUID> {

  @Override
  public UUID get() {
    return CurrentOwner.require();
  }
}
