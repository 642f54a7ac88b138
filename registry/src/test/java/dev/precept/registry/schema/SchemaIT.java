package dev.precept.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/// The ways to the schema, on a database that is empty at first.
class SchemaIT {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role keeper login");
            statement.execute("create role registry login");
            statement.execute("create database precept owner keeper");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aRegistryThatDoesNotMigrateWaitsForTheSchemaAndThenWorksAsItsOwnRole() {
        var elsewhere = registry().withPropertyValues("precept.database.migrate=false");
        elsewhere.run(started ->
                assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("not applied to database: 100"));
        registry()
                .withPropertyValues("precept.database.owner=keeper")
                .run(started ->
                        assertThat(started.getBean(JdbcTemplate.class))
                                .satisfies(SchemaIT::worksAsTheRegistry));
        elsewhere.run(started ->
                assertThat(started.getBean(JdbcTemplate.class))
                        .satisfies(SchemaIT::worksAsTheRegistry));
    }

    private static ApplicationContextRunner registry() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                DataSourceAutoConfiguration.class,
                                FlywayAutoConfiguration.class,
                                JdbcTemplateAutoConfiguration.class))
                .withUserConfiguration(SchemaConfiguration.class)
                .withPropertyValues(
                        "spring.datasource.url=" + postgres.getJdbcUrl("registry", "precept"),
                        "spring.datasource.username=registry",
                        "spring.flyway.placeholders.application=registry");
    }

    private static void worksAsTheRegistry(JdbcTemplate jdbc) {
        assertThat(
                        jdbc.queryForObject(
                                """
                                select current_user || ', not ' || tableowner from pg_tables
                                 where tablename = 'policy_version'
                                   and not exists (select from policy_version)
                                """,
                                String.class))
                .isEqualTo("registry, not keeper");
    }
}
