package dev.followthrough.system.bench.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a client asks about people, in as many variants as make no answer a favourite of the caches.
 *
 * @param paths one is asked after the other
 * @param searches the same as {@code find_contacts} takes them; none where it is no search
 */
public record Question(String name, List<String> paths, List<String> searches) {

  private static final String PAGE = "/v1/contacts?limit=50&";
  private static final String ASKED = "{%s, \"removed\": false, \"private\": true, \"limit\": 51}";

  /** Every 1,499th of the owner's people. */
  private static final String SOME = " from bench.person where t %% 1499 = 7 order by t";

  /** All questions, of the rows that lie there. */
  public static List<Question> of(Connection superuser, UUID owner) throws SQLException {
    var tags =
        values(superuser, "select distinct details->'tags'->>0 from bench.person order by 1");
    return List.of(
        new Question(
            "page of circle=active&tag=…",
            tags.stream().map(tag -> PAGE + "circle=active&tag=" + encoded(tag)).toList(),
            tags.stream()
                .map(tag -> ASKED.formatted("\"circle\": \"ACTIVE\", \"tag\": \"" + tag + "\""))
                .toList()),
        search(
            superuser,
            "search of two words",
            "(details->>'givenName') || ' ' || split_part(details->>'organisation', ' ', 1)"),
        search(superuser, "search of a word begun", "left(details->>'familyName', 5)"),
        search(
            superuser,
            "search of a word mistyped",
            "overlay(details->>'familyName' placing '' from 4 for 1)"),
        byId(
            "brief of a meeting",
            superuser,
            owner,
            "contacts.meeting where status = 'SCHEDULED' and",
            id -> "/v1/meetings/" + id + "/brief"),
        byId(
            "one contact, for comparison",
            superuser,
            owner,
            "contacts.contact where",
            id -> "/v1/contacts/" + id));
  }

  private static Question search(Connection superuser, String name, String words)
      throws SQLException {
    var all = values(superuser, ("select " + words + SOME).replace("%%", "%"));
    return new Question(
        name,
        all.stream().map(q -> PAGE + "q=" + encoded(q)).toList(),
        all.stream().map(q -> ASKED.formatted("\"q\": \"" + q + "\"")).toList());
  }

  private static Question byId(
      String name, Connection superuser, UUID owner, String table, UnaryOperator<String> path)
      throws SQLException {
    var ids =
        values(
            superuser,
            "select id from %s owner_id = '%s' order by md5(id::text) limit 20"
                .formatted(table, owner));
    return new Question(name, ids.stream().map(path).toList(), List.of());
  }

  private static List<String> values(Connection superuser, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = superuser.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
