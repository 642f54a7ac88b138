package dev.precept.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationIT {

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
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    @Test
    void emptyDatabaseComesToTheNewestVersionAndASecondRunDoesNothing() throws SQLException {
        var migrate = new Migrate(environment());
        assertThat(migrate.run())
                .isEqualTo(
                        "Applied %d migrations; the schema is at version %s."
                                .formatted(all().length, newest().getVersion()));
        assertThat(migrate.run())
                .isEqualTo("The schema is up to date at version " + newest().getVersion() + ".");
        flyway(MigrationVersion.LATEST).validate();
    }

    @Test
    void databaseOfThePreviousVersionTakesTheNewestMigrationAlone() throws SQLException {
        var versions = all();
        flyway(versions[versions.length - 2].getVersion()).migrate();
        assertThat(new Migrate(environment()).run()).startsWith("Applied 1 migrations");
    }

    @Test
    void failureIsExplainedInOneLineWithoutSecrets() {
        var migrate =
                new Migrate(
                        Map.of(
                                "PRECEPT_DATABASE_URL",
                                "jdbc:postgresql://localhost:1/precept?password=hidden"));
        assertThatThrownBy(migrate::run)
                .isInstanceOfSatisfying(
                        FlywayException.class,
                        failure ->
                                assertThat(migrate.explain(failure))
                                        .startsWith("Cannot migrate jdbc:postgresql://localhost:1/")
                                        .hasLineCount(1)
                                        .doesNotContain("hidden"));
    }

    private static MigrationInfo[] all() {
        return flyway(MigrationVersion.LATEST).info().all();
    }

    private static MigrationInfo newest() {
        var versions = all();
        return versions[versions.length - 1];
    }

    private static Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .placeholders(Map.of("application", ""))
                .target(target)
                .load();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PRECEPT_DATABASE_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "PRECEPT_DATABASE_USER",
                "postgres",
                "PRECEPT_DATABASE_PASSWORD",
                "postgres");
    }
}
