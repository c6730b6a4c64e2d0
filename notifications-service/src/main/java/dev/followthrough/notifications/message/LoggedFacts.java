package dev.followthrough.notifications.message;

import dev.followthrough.events.Event;
import dev.followthrough.events.EventCatalogue;
import dev.followthrough.events.EventType;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the owner's log still holds of some types of events, as the events that they were. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class LoggedFacts {

  private static final String FACTS =
      "select type, (body::jsonb -> 'data')::text from message where type = any (?) ";

  private final Sql sql;

  LoggedFacts(Sql sql) {
    this.sql = sql;
  }

  /** All of these types, in the log's order. */
  public List<Event> of(Set<Class<? extends Event>> types) {
    return sql.list(FACTS + "order by sequence", LoggedFacts::event, names(types));
  }

  /** The last one of a type. */
  public <E extends Event> Optional<E> last(Class<E> type) {
    return sql.first(
            FACTS + "order by sequence desc limit 1", LoggedFacts::event, names(Set.of(type)))
        .map(type::cast);
  }

  /** Whether one of these types that names the thing came after that message. */
  public boolean cameAfter(UUID message, Set<Class<? extends Event>> types, UUID thing) {
    return sql.exists(
        """
        select 1 from message
        where sequence > (select sequence from message where id = ?) and type = any (?)
          and position(? in body) > 0
        limit 1
        """,
        message,
        names(types),
        thing.toString());
  }

  private static Object names(Set<Class<? extends Event>> types) {
    return types.stream()
        .map(type -> type.getAnnotation(EventType.class).value())
        .toArray(String[]::new);
  }

  private static Event event(ResultSet row) throws SQLException {
    var record = EventCatalogue.recordOf(row.getString(1)).orElseThrow();
    return (Event) EventJson.read(row.getString(2), record);
  }
}
