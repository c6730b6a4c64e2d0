package dev.followthrough.platform.paging;

import dev.followthrough.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which part of a list is asked for; a resource takes it as {@code @BeanParam}. The list that a
 * cursor belongs to is its path with all other query parameters.
 */
public class PageRequest {

  private static final int DEFAULT = 50;
  private static final int MOST = 200;

  @QueryParam("limit")
  @Parameter(
      description = "How many items at most.",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              format = "int32",
              minimum = "1",
              maximum = "200",
              defaultValue = "50"))
  String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "The `nextCursor` of the part before, with the same filters.",
      schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
  String cursor;

  @Context UriInfo uri;

  /** How many items at most, 1 to 200. */
  public int limit() {
    if (limit == null) {
      return DEFAULT;
    }
    if (!limit.matches("\\d{1,9}")) {
      throw Problems.invalid("?limit", "type", "must be a whole number");
    }
    int asked = Integer.parseInt(limit);
    if (asked < 1 || asked > MOST) {
      throw Problems.invalid("?limit", "range", "must be 1 to " + MOST);
    }
    return asked;
  }

  /** The limit and one more row, which tells whether there is a next page. */
  public int fetch() {
    return limit() + 1;
  }

  /**
   * The sort key after which the part begins; empty for the beginning.
   *
   * @throws dev.followthrough.platform.problem.ProblemException 400 for a broken cursor, or one of
   *     a list with other filters
   */
  private Optional<List<String>> after() {
    if (cursor == null) {
      return Optional.empty();
    }
    var at =
        Cursor.decode(cursor)
            .orElseThrow(
                () -> Problems.invalid("?cursor", "cursor", "is not a cursor of this list"));
    if (!at.belongsTo(list())) {
      throw Problems.invalid(
          "?cursor",
          "cursor-belongs-to-other-filters",
          "was given for other filters; begin again without it");
    }
    return Optional.of(at.key());
  }

  /**
   * The place after which the part begins, read from its sort key; empty for the beginning.
   *
   * @param read from the parts of the key; what it cannot read is refused like a broken cursor
   */
  public <K> Optional<K> after(Function<List<String>, K> read) {
    return after()
        .map(
            key -> {
              try {
                return read.apply(key);
              } catch (IllegalArgumentException
                  | DateTimeException
                  | IndexOutOfBoundsException
                  | NoSuchElementException e) {
                throw Problems.invalid("?cursor", "cursor", "is not a cursor of this list");
              }
            });
  }

  /** An instant of a sort key, of the years that the database knows. */
  public static Instant instant(String part) {
    var at = Instant.parse(part);
    requireYear(at.atOffset(ZoneOffset.UTC).getYear());
    return at;
  }

  /** A date of a sort key, of the years that the database knows. */
  public static LocalDate date(String part) {
    var date = LocalDate.parse(part);
    requireYear(date.getYear());
    return date;
  }

  private static void requireYear(int year) {
    if (year < 0 || year > 9999) {
      throw new DateTimeException("year " + year);
    }
  }

  /**
   * The page of these rows, of which there may be one more than the limit.
   *
   * @param key the sort key of a row, as {@link #after(Function)} will give it back
   */
  public <R, T> Page<T> of(List<R> rows, Function<R, T> view, Function<R, List<String>> key) {
    boolean more = rows.size() > limit();
    var shown = more ? rows.subList(0, limit()) : rows;
    return new Page<>(
        shown.stream().map(view).toList(),
        more ? Cursor.at(list(), key.apply(shown.getLast())).encode() : null);
  }

  private String list() {
    var filters = new TreeMap<>(uri.getQueryParameters());
    filters.remove("limit");
    filters.remove("cursor");
    return uri.getPath() + "?" + filters;
  }
}
