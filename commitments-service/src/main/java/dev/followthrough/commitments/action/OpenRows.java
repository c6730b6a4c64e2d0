package dev.followthrough.commitments.action;

import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what is open of one kind, in one statement that looks at no more rows than it gives, but
 * for hidden lines and people who are gone, which it steps over. Where the inner circle comes first
 * the statement has two halves, each in the order of its index: those with the inner circle, then
 * the others.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OpenRows {

  /** One of them. */
  public record Row(
      UUID subject,
      Instant at,
      Instant occurrence,
      List<UUID> contactIds,
      boolean inner,
      List<String> details) {}

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");
  private static final String INNER = ":inner::uuid[]";

  private final Sql sql;

  OpenRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * The first of them by {@link ActionRank}.
   *
   * @param more further parameters of the shape, by name
   */
  public List<Row> read(NextActionKind kind, Shape shape, Wanted wanted, Map<String, Object> more) {
    var text = statement(kind, shape, wanted);
    var values = values(kind, wanted);
    values.putAll(more);
    var arguments = new ArrayList<Object>();
    var positional =
        PARAMETER
            .matcher(text)
            .replaceAll(
                found -> {
                  arguments.add(values.get(found.group(1)));
                  return "?";
                });
    return sql.list(positional, row -> row(row, shape), arguments.toArray());
  }

  private static String statement(NextActionKind kind, Shape shape, Wanted wanted) {
    var after = wanted.after();
    if (ActionRank.isByTimeFirst(kind)) {
      var rest = "not (" + shape.isWithAny(INNER) + ")";
      var place = "(%s, %s, %s)".formatted(shape.at(), rest, shape.subject());
      return part(
          shape,
          wanted,
          "not " + rest,
          after == null
              ? "true"
              : shape.at() + " >= :after and " + place + " > (:after, :rest, :last)",
          "%s, %s, %s".formatted(shape.at(), rest, shape.subject()));
    }
    var order = shape.at() + ", " + shape.subject();
    var beyond = "(%s) > (:after, :last)".formatted(order);
    var isInner = shape.isWithAny(INNER);
    var others =
        part(
            shape,
            wanted,
            "false",
            "not (" + isInner + ")" + (after == null || after.inner() ? "" : " and " + beyond),
            order);
    if (after != null && !after.inner()) {
      return others;
    }
    var near =
        part(
            shape,
            wanted,
            "true",
            shape.near() + " and " + isInner + (after == null ? "" : " and " + beyond),
            order);
    return "(%s) union all (%s) order by 5 desc, 2, 1 limit :limit".formatted(near, others);
  }

  private static String part(Shape shape, Wanted wanted, String inner, String where, String order) {
    return new StringBuilder("select ")
        .append(
            String.join(
                ", ", shape.subject(), shape.at(), shape.occurrence(), shape.contacts(), inner))
        .append(shape.details().stream().map(", "::concat).collect(Collectors.joining()))
        .append(" from ")
        .append(shape.from())
        .append(" where (")
        .append(shape.open())
        .append(") and ")
        .append(where)
        .append(" and ")
        .append(shape.isPresent())
        .append(wanted.contactId() == null ? "" : " and " + shape.isWith(":contact"))
        .append(wanted.subject() == null ? "" : " and " + shape.subject() + " = :subject")
        .append(wanted.hidden() == null ? "" : hidden(shape, wanted.hidden()))
        .append(" order by ")
        .append(order)
        .append(" limit :limit")
        .toString();
  }

  /**
   * As a value, of which the planner expects that half the rows have it: it then keeps the order.
   */
  private static String hidden(Shape shape, boolean hidden) {
    return """
         and %s coalesce((select true from hidden_action h where h.kind = :kind
           and h.subject_id = %s and h.occurrence = %s and (h.until is null or h.until > :now)
           limit 1), false)\
        """
        .formatted(hidden ? "" : "not", shape.subject(), shape.occurrence());
  }

  private static Map<String, Object> values(NextActionKind kind, Wanted wanted) {
    var values = new HashMap<String, Object>();
    values.put("kind", kind.name());
    values.put("now", wanted.now());
    values.put("today", wanted.today());
    values.put("inner", array(wanted.inner()));
    values.put("contact", wanted.contactId());
    values.put("subject", wanted.subject());
    values.put("limit", wanted.limit());
    Place after = wanted.after();
    if (after != null) {
      values.put("after", after.at());
      values.put("rest", !after.inner());
      values.put("last", after.subject());
    }
    return values;
  }

  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static Row row(ResultSet row, Shape shape) throws SQLException {
    var details = new ArrayList<String>();
    for (var i = 0; i < shape.details().size(); i++) {
      details.add(row.getString(6 + i));
    }
    var contacts = new ArrayList<UUID>();
    for (var id : (Object[]) row.getArray(4).getArray()) {
      if (id != null) {
        contacts.add((UUID) id);
      }
    }
    return new Row(
        row.getObject(1, UUID.class),
        Sql.instant(row, 2),
        Sql.instant(row, 3),
        contacts,
        row.getBoolean(5),
        details);
  }
}
