package dev.followthrough.stack.infra;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging of the stack's own processes: warnings and worse, one line each, to standard error. */
public final class QuietLogging {

  // held, because the log manager forgets loggers that nobody refers to
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger ZONKY = Logger.getLogger("io.zonky");

  private QuietLogging() {}

  /** Sets it up for this process. */
  public static void install() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    ROOT.setLevel(Level.WARNING);
    ZONKY.setLevel(Level.OFF); // reports a server that we stopped ourselves as an error
  }
}
