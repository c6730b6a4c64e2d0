package dev.followthrough.system.bench.people;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * The plans by which Postgres really did what a service asked of it meanwhile: auto_explain writes
 * them to the server's log, those of the statements inside functions too, with rows and buffers.
 * The library has to be loaded in the service's sessions; it is idle but during {@link #of}.
 */
public final class Plans {

  private static final Duration TAKES_EFFECT = Duration.ofMillis(500);
  private static final Pattern NODE =
      Pattern.compile(
          "(?<scan>[A-Z][A-Za-z ]* Scan .*?)  \\(cost=.*\\) \\((actual time=[\\d.]+\\.\\.)?(?<rest>.*)\\)");
  private static final Pattern BUFFERS = Pattern.compile("\\s*Buffers: (shared .*)");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(contact|touch|meeting|attendance|open_loop|owed|verdict|goal|trip|profile)");
  private static final Pattern WHOLE =
      Pattern.compile("Seq Scan on (contact|contact_search(_\\d+)?|touch|meeting)\\b.*");

  private final Callable<Connection> superuser;
  private final Path log;

  public Plans(Callable<Connection> superuser, Path log) {
    this.superuser = superuser;
    this.log = log;
  }

  /** The scans of people's tables that the call made, each with its time, rows and buffers. */
  public List<String> of(Callable<?> call) throws Exception {
    var begin = Files.size(log);
    set("0");
    try {
      call.call();
    } finally {
      set("-1");
    }
    return scans(Files.readAllBytes(log), (int) begin);
  }

  /** Whether it reads a table of people from one end to the other. */
  public static boolean isWhole(String scan) {
    return WHOLE.matcher(scan).lookingAt();
  }

  static List<String> scans(byte[] log, int begin) {
    var found = new ArrayList<String>();
    var inScan = false;
    for (var line :
        new String(log, begin, log.length - begin, StandardCharsets.UTF_8).lines().toList()) {
      var node = NODE.matcher(line);
      var buffers = BUFFERS.matcher(line);
      if (node.find()) {
        inScan = PEOPLE.matcher(node.group("scan")).find();
        if (inScan) {
          found.add(
              node.group("scan") + " (" + node.group("rest").replaceFirst(" ", " ms, ") + ")");
        }
      } else if (line.contains("->")) {
        inScan = false;
      } else if (inScan && buffers.matches()) {
        found.add(found.removeLast() + " " + buffers.group(1));
        inScan = false;
      }
    }
    return found;
  }

  private void set(String millis) throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement()) {
      for (var setting :
          List.of(
              "log_analyze = on",
              "log_buffers = on",
              "log_nested_statements = on",
              "log_min_duration = " + millis)) {
        statement.execute("alter system set auto_explain." + setting);
      }
      statement.execute("select pg_reload_conf()");
    }
    Thread.sleep(TAKES_EFFECT); // a session looks at it before its next statement
  }

  /** How often a table of people was read from one end to the other since the server began. */
  public long wholeScans() throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement()) {
      var result =
          statement.executeQuery(
              """
              select sum(seq_scan) from pg_stat_user_tables where schemaname = 'contacts'
                and relname ~ '^(contact|contact_search(_[0-9]+)?|touch|meeting)$'
              """);
      result.next();
      return result.getLong(1);
    }
  }
}
