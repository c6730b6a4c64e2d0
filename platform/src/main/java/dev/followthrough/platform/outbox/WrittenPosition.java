package dev.followthrough.platform.outbox;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Remembers, for the answer's {@code Followthrough-Position}, what the request has written. */
@ApplicationScoped
public class WrittenPosition {

  /** Held by the request. */
  @RequestScoped
  static class Held {
    private String position;

    void set(String position) {
      this.position = position;
    }

    String get() {
      return position;
    }
  }

  private final Held held;

  WrittenPosition(Held held) {
    this.held = held;
  }

  public void note(String source, long position) {
    note(source + "." + position);
  }

  public void note(String position) {
    if (Arc.container().requestContext().isActive()) {
      held.set(position);
    }
  }

  /** {@code <service>.<position>} of the last committed event of this request. */
  public Optional<String> get() {
    return Arc.container().requestContext().isActive()
        ? Optional.ofNullable(held.get())
        : Optional.empty();
  }
}
