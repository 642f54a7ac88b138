package dev.precept.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The owner migrates and may create roles, as in Compose; the registry's role is another one.
class ApplicationRoleIT {

    private static final String OWNER = "owner";
    private static final String APPLICATION = "registry";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("postgres", "postgres", "drop database if exists precept");
        execute("postgres", "postgres", "drop role if exists " + APPLICATION);
        execute("postgres", "postgres", "drop role if exists " + OWNER);
        execute("postgres", "postgres", "create role " + OWNER + " login createrole");
        execute("postgres", "postgres", "create database precept owner " + OWNER);
    }

    @Test
    void theRoleIsMadeWithItsPasswordAndMayDoWhatTheRegistryDoes() throws SQLException {
        assertThat(migrate().run()).startsWith("Applied ");
        assertThat(migrate().run()).startsWith("The schema is up to date");
        assertThat(
                        rows(
                                "postgres",
                                "select rolpassword from pg_authid where rolname = '%s'"
                                        .formatted(APPLICATION)))
                .singleElement()
                .asString()
                .startsWith("SCRAM-SHA-256$");
        execute(
                APPLICATION,
                "precept",
                """
                insert into policy (slug, name, description, owning_team, created_by, created_at)
                values ('sample', 'Sample', '', 'team', 'ava', now())\
                """);
        execute(APPLICATION, "precept", "update policy set name = 'Other' where slug = 'sample'");
        execute(
                APPLICATION,
                "precept",
                """
                insert into ledger_entry (recorded_at, actor, type, subject, payload)
                values (now(), 'ava', 'policy.created', 'sample', '{}')\
                """);
        execute(APPLICATION, "precept", "insert into thought values (uuidv7(), 'hm')");
        execute(APPLICATION, "precept", "delete from thought");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table policy_version disable trigger all",
                "alter table policy_version disable trigger policy_version_guard",
                "drop trigger policy_version_guard on policy_version",
                "create trigger mine before insert on item for each row execute function refuse_change()",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "alter function approval_rules_of(text) set search_path = pg_temp",
                "alter table policy_version drop constraint editors_complete",
                "alter table policy_version owner to registry",
                "drop table policy_opinion",
                "create table mine (id integer)",
                "create schema mine",
                "create index mine on item (submitted_by)",
                "truncate ledger_entry",
                "truncate thought",
                "set session_replication_role = replica",
                "set role owner",
                "update ledger_entry set actor = 'mallory'",
                "delete from ledger_entry",
                "insert into ledger_entry (sequence, recorded_at, actor, type, subject, payload)"
                        + " overriding system value values (1, now(), 'x', 'x', 'x', '{}')",
                "update policy_opinion set approves = true",
                "delete from policy_version",
                "delete from job",
                "insert into policy_alias_move (slug, alias, to_number, cause, reason, moved_by, moved_at)"
                        + " values ('sample', 'live', 1, 'POINTED', '', 'mallory', now())",
                "delete from flyway_schema_history",
                "update flyway_schema_history set success = false",
                "select nextval('ledger_entry_sequence_seq')",
            })
    void nothingThatWouldUndoWhatTheDatabaseRefuses(String attempt) throws SQLException {
        var _ = migrate().run();
        assertThatThrownBy(() -> execute(APPLICATION, "precept", attempt))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void whatOnlyGrowsCanOnlyGrow() throws SQLException {
        var _ = migrate().run();
        assertThat(
                        rows(
                                "precept",
                                """
                                select relname from pg_class
                                 where relkind = 'r' and relnamespace = 'public'::regnamespace
                                   and not has_table_privilege('registry', oid, 'update')
                                 order by 1\
                                """))
                .containsExactly(
                        "case_decision",
                        "discussion_comment",
                        "discussion_state",
                        "discussion_thread",
                        "flyway_schema_history",
                        "golden_set",
                        "golden_set_member",
                        "ledger_entry",
                        "policy_alias_move",
                        "policy_bundle",
                        "policy_opinion",
                        "rollout_event",
                        "verdict");
        assertThat(
                        rows(
                                "precept",
                                """
                                select relname from pg_class
                                 where relkind = 'r' and relnamespace = 'public'::regnamespace
                                   and has_table_privilege('registry', oid, 'delete')
                                 order by 1\
                                """))
                .containsExactly(
                        "golden_upload",
                        "golden_upload_line",
                        "golden_upload_problem",
                        "golden_upload_row",
                        "thought");
    }

    /// Temporary tables come first in a session's path: rules of one's own would count.
    @Test
    void aTriggerReadsTheTablesOfTheSchemaNotThoseOfTheSession() throws SQLException {
        var _ = migrate().run();
        assertThat(
                        rows(
                                "precept",
                                """
                                select oid::regprocedure::text from pg_proc
                                 where pronamespace = 'public'::regnamespace
                                   and prorettype = 'trigger'::regtype
                                   and proconfig is distinct from array['search_path=public, pg_temp']\
                                """))
                .isEmpty();
    }

    @Test
    void severalMigrateAtOnce() throws Exception {
        var _ = migrate().run();
        Callable<String> again = () -> migrate().run();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var run : threads.invokeAll(Collections.nCopies(24, again))) {
                assertThat(run.get()).startsWith("The schema is up to date");
            }
        }
    }

    @Test
    void anOwnerWhoMayNotCreateRolesIsTold() throws SQLException {
        execute("postgres", "postgres", "alter role " + OWNER + " nocreaterole");
        var migrate = migrate();
        assertThatThrownBy(migrate::run)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure ->
                                assertThat(migrate.explain(failure))
                                        .contains("permission denied to create role")
                                        .hasLineCount(1));
    }

    @Test
    void aRoleThatCouldUndoItAllIsRefused() throws SQLException {
        execute("postgres", "postgres", "create role " + APPLICATION + " login superuser");
        assertThatThrownBy(() -> migrate().run())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("is a superuser");
        execute("postgres", "postgres", "alter role " + APPLICATION + " nosuperuser");
        assertThat(migrate().run()).startsWith("The schema is up to date");
    }

    @Test
    void aSchemaThatOneRoleOwnedAndUsedKeepsItsOwner() throws SQLException {
        var alone = new HashMap<>(environment());
        alone.keySet().removeIf(name -> name.contains("_OWNER"));
        alone.put("PRECEPT_DATABASE_USER", OWNER);
        assertThat(new Migrate(alone).run()).startsWith("Applied ");
        assertThat(migrate().run()).startsWith("The schema is up to date");
        assertThatThrownBy(() -> execute(APPLICATION, "precept", "delete from ledger_entry"))
                .hasMessageContaining("permission denied");
        execute(APPLICATION, "precept", "delete from thought");
    }

    private static Migrate migrate() {
        return new Migrate(environment());
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PRECEPT_DATABASE_URL",
                postgres.getJdbcUrl(OWNER, "precept"),
                "PRECEPT_DATABASE_OWNER",
                OWNER,
                "PRECEPT_DATABASE_OWNER_PASSWORD",
                "any",
                "PRECEPT_DATABASE_USER",
                APPLICATION,
                "PRECEPT_DATABASE_PASSWORD",
                "secret of the registry");
    }

    private static List<String> rows(String database, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = as("postgres", database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void execute(String role, String database, String sql) throws SQLException {
        try (var connection = as(role, database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection as(String role, String database) throws SQLException {
        return postgres.getDatabase(role, database).getConnection();
    }
}
