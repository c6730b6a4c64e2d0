package dev.followthrough.system.bench.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Fills the tables of contacts-service with 30,000 contacts of one owner, alone or among those of
 * many others, with their touches, meetings and words. Written by SQL as the superuser, each time
 * anew and in the same way, so that fillings differ by the others' rows alone. The words of each of
 * the 30,000 people are those that the table's own trigger finds; others' contacts repeat these
 * people in another order, because the trigger would take minutes for a million.
 */
public final class Population {

  /** How many contacts the owner has. */
  public static final int OWN = 30_000;

  private static final int MOST_VACUUMS = 10;

  private final Callable<Connection> superuser;

  public Population(Callable<Connection> superuser) {
    this.superuser = superuser;
  }

  /**
   * Says who lies where in the largest table.
   *
   * @param total contacts in the largest table, the owner's own among them
   */
  public void prepare(UUID owner, int total) throws Exception {
    run(
        // both pass without a checkpoint amid a filling
        "alter system set max_wal_size = '8GB'",
        "alter system set checkpoint_timeout = '1h'",
        "select pg_reload_conf()",
        script("prepare")
            .replace(":total", Integer.toString(total))
            .replace(":own", owner.toString()),
        script("words"));
  }

  /** Only the owner's contacts. Returns the seconds it took. */
  public double small() throws Exception {
    return fill("own");
  }

  /** The owner's contacts among all others. Returns the seconds it took. */
  public double large() throws Exception {
    return fill("true");
  }

  private double fill(String which) throws Exception {
    var begin = System.nanoTime();
    run(script("empty"));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both =
          threads.invokeAll(
              List.of(
                  () -> run(script("contacts").replace(":which", which)),
                  () -> run(script("search").replace(":which", which))));
      for (var one : both) {
        one.get();
      }
    }
    vacuum();
    run("checkpoint");
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * Until every page is known to be visible to all, as it is in a table that was not filled a
   * moment ago: a page that is not costs each index look-up a visit to the table. A transaction
   * that began before the filling ended keeps pages from it.
   */
  private void vacuum() throws Exception {
    for (int tries = 1; ; tries++) {
      run(
          "vacuum (freeze, analyze) contacts.contact, contacts.contact_search, contacts.touch,"
              + " contacts.open_loop, contacts.meeting, contacts.attendance");
      if (invisiblePages() == 0 || tries == MOST_VACUUMS) {
        return;
      }
      Thread.sleep(1_000);
    }
  }

  private long invisiblePages() throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement();
        var pages =
            statement.executeQuery(
                """
                select coalesce(sum(c.relpages - c.relallvisible), 0)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'contacts' and c.relkind = 'r' and c.relname ~
                  '^(contact|contact_search.*|touch|open_loop|meeting|attendance)$'
                """)) {
      pages.next();
      return pages.getLong(1);
    }
  }

  private Void run(String... scripts) throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement()) {
      for (var sql : scripts) {
        statement.execute(sql);
      }
    }
    return null;
  }

  /** Whether the owner's part of the words holds another owner's too, as it must here. */
  public boolean isShared(UUID owner) throws Exception {
    try (var connection = superuser.call();
        var statement =
            connection.prepareStatement(
                """
                select count(distinct owner_id) > 1 from contacts.contact_search
                where tableoid = (select tableoid from contacts.contact_search
                  where owner_id = ? limit 1)
                """)) {
      statement.setObject(1, owner);
      var result = statement.executeQuery();
      result.next();
      return result.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script(String name) throws IOException {
    try (var in = Population.class.getResourceAsStream(name + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
