package dev.followthrough.stack.supervise;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells the person who waits what happens, with the seconds it took. */
public final class Progress {

  private final PrintStream out;
  private final long startedNanos = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Something is ready, this many milliseconds after its own start. */
  public void ready(String what, long millis) {
    out.printf(Locale.ROOT, "  %-16s ready  %5.1f s%n", what, millis / 1000.0);
  }

  /** A sentence. */
  public void say(String sentence) {
    out.println(sentence);
  }

  /** Milliseconds since this began. */
  public long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
  }
}
