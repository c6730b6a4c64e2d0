package dev.followthrough.platform.fault;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells a fault of the infrastructure (a database or broker that is away, full or restarting),
 * which passes and is waited for, from a fault of what is being processed, which does not.
 */
public final class Infrastructure {

  private Infrastructure() {}

  public static boolean isAtFault(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (isInfrastructure(cause)) {
        return true;
      }
      if (cause.getCause() == cause) {
        return false;
      }
    }
    return false;
  }

  private static boolean isInfrastructure(Throwable cause) {
    return switch (cause) {
      case SQLTransientConnectionException _, ConnectException _, RetriableException _ -> true;
      // Agroal says "Acquisition timeout" in a plain SQLException without a state
      case SQLException e when e.getSQLState() == null ->
          String.valueOf(e.getMessage()).contains("Acquisition timeout")
              || String.valueOf(e.getMessage()).contains("closed");
      case SQLException e -> isPassing(e.getSQLState());
      default -> false;
    };
  }

  /** Classes 08 (connection), 53 (resources), 57P (shutdown), 25006 (read-only), 40 (retry). */
  private static boolean isPassing(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("40")
        || state.equals("25006");
  }
}
