package dev.followthrough.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.followthrough.platform.outbox.EventLanguage;
import dev.followthrough.platform.owner.OwnedEntity;
import dev.followthrough.platform.owner.Owners;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Proves both belts in a service's own schema, as its own role: every table with an owner is
 * guarded by row-level security and keyed by its owner first. The tables are found in the catalog,
 * so that a new one is covered by being there.
 */
public abstract class OwnedTablesContract {

  /** The platform's tables that background work reads across owners. */
  private static final Set<String> PLATFORM = Set.of("outbox", "due_work", "parked_record");

  private static final Set<String> WITHOUT_OWNER =
      Set.of("flyway_schema_history", "platform_history");

  @Inject EventLanguage language;
  @Inject Owners owners;
  @Inject EntityManager entities;

  /** An owner with rows in as many tables as possible, made through the service's API. */
  protected abstract UUID anOwnerWithRows();

  /** The service's own tables that background work reads across owners, such as its lanes. */
  protected Set<String> readAcrossOwners() {
    return Set.of();
  }

  @Test
  void every_table_belongs_to_an_owner() throws SQLException {
    var strangers = new TreeSet<>(tables(false));
    strangers.removeAll(WITHOUT_OWNER);

    assertThat(strangers).as("tables without owner_id").isEmpty();
  }

  @Test
  void every_owned_table_is_guarded_by_row_level_security() throws SQLException {
    for (var table : guarded()) {
      assertThat(
              strings(
                  """
                  select c.relrowsecurity::text from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = ? and c.relname = ?
                  """,
                  schema(),
                  table))
          .as("row-level security of " + table)
          .containsExactly("true");
      assertThat(
              strings(
                  """
                  select cmd || ' ' || array_to_string(roles, ',') || ' ' || qual
                    || coalesce(' but checks ' || nullif(with_check, qual), '')
                  from pg_policies where schemaname = ? and tablename = ?
                  """,
                  schema(),
                  table))
          .as("policies of " + table)
          .containsExactly("ALL public (owner_id = (current_setting('app.owner'::text))::uuid)");
    }
  }

  @Test
  void keys_and_indexes_begin_with_the_owner() throws SQLException {
    for (var table : guarded()) {
      assertThat(
              strings(
                  """
                  select i.indexrelid::regclass::text from pg_index i
                  join pg_class c on c.oid = i.indrelid
                  join pg_namespace n on n.oid = c.relnamespace
                  left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                  where n.nspname = ? and c.relname = ? and a.attname is distinct from 'owner_id'
                  """,
                  schema(),
                  table))
          .as("indexes of %s that do not begin with the owner", table)
          .isEmpty();
      assertThat(
              strings(
                  """
                  select 1::text from pg_index i join pg_class c on c.oid = i.indrelid
                  join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = ? and c.relname = ? and i.indisprimary
                  """,
                  schema(),
                  table))
          .as("primary key of " + table)
          .hasSize(1);
    }
  }

  @Test
  void the_services_role_owns_no_table_and_cannot_pass_the_guard() throws SQLException {
    assertThat(
            strings(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = ?
                """,
                schema(),
                role()))
        .isEmpty();
    assertThat(
            strings(
                "select rolname from pg_roles where rolname = ? and (rolsuper or rolbypassrls)",
                role()))
        .isEmpty();
  }

  @Test
  void another_owners_rows_cannot_be_seen_or_touched() throws SQLException {
    var owner = anOwnerWithRows();
    var seen = new ArrayList<String>();
    for (var table : guarded()) {
      if (countAs(owner, table) == 0) {
        continue;
      }
      seen.add(table);
      assertThat(countAs(UUID.randomUUID(), table)).as("rows of a stranger in " + table).isZero();
      try (var connection = as(UUID.randomUUID());
          var statement = connection.createStatement()) {
        assertThat(statement.executeUpdate("update " + table + " set owner_id = owner_id"))
            .as("rows of a stranger changed in " + table)
            .isZero();
        assertThat(statement.executeUpdate("delete from " + table)).isZero();
        connection.rollback();
      }
      assertThatThrownBy(() -> updateAs(owner, "update %s set owner_id = gen_random_uuid()", table))
          .as("giving a row of %s to another owner", table)
          .hasMessageContaining("row-level security");
    }
    assertThat(seen).as("tables in which the owner has rows").isNotEmpty();
  }

  @Test
  void the_object_mapper_refuses_a_row_that_the_database_shows_for_another_owner() {
    var owner = anOwnerWithRows();
    var refused = new TreeSet<String>();
    var types = owners.act(owner, () -> entities.getMetamodel().getEntities());
    for (var type : types) {
      assertThat(OwnedEntity.class).isAssignableFrom(type.getJavaType());
      try {
        owners.act(
            UUID.randomUUID(),
            () -> {
              entities
                  .createNativeQuery("select set_config('app.owner', ?, true)")
                  .setParameter(1, owner.toString())
                  .getSingleResult();
              assertThat(entities.createQuery("from " + type.getName()).getResultList())
                  .as("rows of %s shown to a stranger", type.getName())
                  .isEmpty();
            });
      } catch (RuntimeException e) {
        assertThat(e).hasStackTraceContaining("this row is another owner's");
        refused.add(type.getName());
      }
    }
    assertThat(refused).isNotEmpty();
  }

  @Test
  void without_an_owner_any_statement_on_an_owned_table_is_an_error() throws SQLException {
    anOwnerWithRows();
    for (var table : guarded()) {
      for (var sql : List.of("select * from %s", "delete from %s")) {
        assertThatThrownBy(() -> updateAs(null, sql, table))
            .as(sql, table)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void another_services_schema_cannot_be_touched() throws SQLException {
    var others =
        strings(
            """
            select nspname from pg_namespace
            where nspname in ('contacts', 'commitments', 'notifications') and nspname <> ?
            """,
            schema());
    assertThat(others).hasSize(2);
    for (var other : others) {
      assertThat(
              strings(
                  "select (has_schema_privilege(?, ?, 'usage') or has_schema_privilege(?, ?,"
                      + " 'create'))::text",
                  role(),
                  other,
                  role(),
                  other))
          .containsExactly("false");
      assertThatThrownBy(() -> updateAs(UUID.randomUUID(), "create table %s.x (i int)", other))
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> updateAs(UUID.randomUUID(), "create table %s.x (i int)", schema()))
        .as("the role changes data, not the schema")
        .hasMessageContaining("permission denied");
  }

  private Set<String> guarded() throws SQLException {
    var tables = new TreeSet<>(tables(true));
    tables.removeAll(PLATFORM);
    tables.removeAll(readAcrossOwners());
    assumeThat(tables).isNotEmpty();
    return tables;
  }

  private List<String> tables(boolean owned) throws SQLException {
    return strings(
        """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
          and ?::boolean = exists (
            select from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped)
        """,
        schema(),
        Boolean.toString(owned));
  }

  private long countAs(UUID owner, String table) throws SQLException {
    try (var connection = as(owner);
        var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  private void updateAs(UUID owner, String sql, String name) throws SQLException {
    try (var connection = as(owner);
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(name));
      connection.rollback();
    }
  }

  private List<String> strings(String sql, String... arguments) throws SQLException {
    try (var connection = as(UUID.randomUUID());
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        var found = new ArrayList<String>();
        while (result.next()) {
          found.add(result.getString(1));
        }
        return found;
      }
    }
  }

  /** A transaction of the service's own role, for this owner or for none. */
  private Connection as(UUID owner) throws SQLException {
    var config = ConfigProvider.getConfig();
    var connection =
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            role(),
            config.getValue("quarkus.datasource.password", String.class));
    connection.setAutoCommit(false);
    if (owner != null) {
      try (var statement = connection.prepareStatement("select set_config('app.owner', ?, true)")) {
        statement.setString(1, owner.toString());
        statement.execute();
      }
    }
    return connection;
  }

  private String schema() {
    return language.source();
  }

  private String role() {
    return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
  }
}
