package dev.followthrough.platform.reference;

import java.util.List;

/**
 * A column that names a thing by its id, and so is to follow when what is known of one thing comes
 * to be known of another: an id, its text, an array of ids, or JSON in which the id is a string of
 * its own, in upper or lower case.
 *
 * @param key the column by which its rows are found again, {@code id} unless they are made anew
 * @param under the column that names what a row hangs on, or null: a row made meanwhile goes back
 *     with what it hangs on
 * @param above the places of whose keys {@code under} is one
 * @param where an SQL condition on {@code row} and {@code ids} for the rows meant, or null
 * @param unless one under which a row is not moved, or null
 */
public record Reference(
    String table,
    String column,
    Form form,
    String key,
    String under,
    List<String> above,
    String where,
    String unless) {

  /** How the id lies in the column. */
  public enum Form {
    ID("row.%1$s = ids.%2$s", "ids.%3$s"),
    TEXT("row.%1$s = ids.%2$s::text", "ids.%3$s::text"),
    ARRAY("ids.%2$s = any(row.%1$s)", "array_replace(row.%1$s, ids.%2$s, ids.%3$s)"),
    JSON(
        "row.%1$s::text ~* ('\"' || ids.%2$s || '\"')",
        "regexp_replace(row.%1$s::text, '\"' || ids.%2$s || '\"', '\"' || ids.%3$s || '\"', 'gi')"
            + "::jsonb");

    private final String names;
    private final String replaced;

    Form(String names, String replaced) {
      this.names = names;
      this.replaced = replaced;
    }
  }

  public static Reference to(String table, String column, Form form) {
    return new Reference(table, column, form, "id", null, List.of(), null, null);
  }

  public static Reference id(String table, String column) {
    return to(table, column, Form.ID);
  }

  public static Reference text(String table, String column) {
    return to(table, column, Form.TEXT);
  }

  public static Reference array(String table, String column) {
    return to(table, column, Form.ARRAY);
  }

  public static Reference json(String table, String column) {
    return to(table, column, Form.JSON);
  }

  public Reference keyedBy(String column) {
    return new Reference(table, this.column, form, column, under, above, where, unless);
  }

  /** What is made meanwhile goes back with what its column names of those places. */
  public Reference under(String column, String... places) {
    return new Reference(table, this.column, form, key, column, List.of(places), where, unless);
  }

  /** Only these rows are meant. */
  public Reference where(String condition) {
    return new Reference(table, column, form, key, under, above, condition, unless);
  }

  /** These rows are not moved. */
  public Reference unless(String condition) {
    return new Reference(table, column, form, key, under, above, where, condition);
  }

  /** By which name the ledger knows it. */
  public String place() {
    return table + "." + column;
  }

  String names(String id) {
    var names = form.names.formatted(column, id);
    return where == null ? names : names + " and " + where;
  }

  String replaced(String id, String by) {
    return form.replaced.formatted(column, id, by);
  }
}
