package dev.precept.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SchemaConfigurationTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withUserConfiguration(SchemaConfiguration.class)
                    .withPropertyValues("spring.datasource.url=jdbc:postgresql://db:5432/precept");

    @Test
    void theRegistrysRoleMigratesWhereNothingIsSaid() {
        context.run(started ->
                assertThat(started)
                        .doesNotHaveBean(DataSource.class)
                        .doesNotHaveBean(FlywayMigrationStrategy.class));
    }

    @Test
    void anOwnerWhoIsNamedMigrates() {
        context.withPropertyValues(
                        "precept.database.owner=keeper", "precept.database.owner-password=secret")
                .run(started -> {
                    var owner = (PGSimpleDataSource) started.getBean("owner");
                    assertThat(owner.getUser()).isEqualTo("keeper");
                    assertThat(owner.getPassword()).isEqualTo("secret");
                    assertThat(owner.getDatabaseName()).isEqualTo("precept");
                    assertThat(owner.getLogServerErrorDetail()).isFalse();
                });
    }

    @Test
    void nobodyMigratesWhereItIsDoneElsewhere() {
        context.withPropertyValues("precept.database.migrate=false")
                .run(started -> assertThat(started).hasSingleBean(FlywayMigrationStrategy.class));
    }
}
