package dev.precept.registry.schema;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// `precept.database.owner` and `precept.database.owner-password` name who migrates;
/// `precept.database.migrate` is false where the schema must be there already.
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    /// Connections of the owner, for migrations only. As with the registry's own, details of
    /// errors, which quote rows, stay out of the log.
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @ConditionalOnProperty("precept.database.owner")
    DataSource owner(
            @Value("${spring.datasource.url}") String url,
            @Value("${precept.database.owner}") String owner,
            @Value("${precept.database.owner-password:${spring.datasource.password:}}")
                    String password)
            throws SQLException {
        var connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser(owner);
        connections.setPassword(password);
        connections.setLogServerErrorDetail(false);
        return connections;
    }

    /// Refuses to start on a schema that is older than this registry needs.
    @Bean
    @ConditionalOnProperty(name = "precept.database.migrate", havingValue = "false")
    FlywayMigrationStrategy migratedElsewhere() {
        return Flyway::validate;
    }
}
