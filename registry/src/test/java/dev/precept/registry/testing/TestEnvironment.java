package dev.precept.registry.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// PostgreSQL and keys for a test context. The server's time zone is deliberately not UTC. The
/// registry and the tests' SQL work as [#APPLICATION], as they would in production; what only the
/// owner of the tables can do goes through [Owner].
@TestConfiguration(proxyBeanMethods = false)
public class TestEnvironment {

    /// The registry's role in the database, and the database.
    public static final String APPLICATION = "precept";

    private static final String OWNER = "precept_owner";
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException, SQLException {
        var postgres =
                EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Kathmandu").start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login");
            statement.execute("create role " + APPLICATION + " login");
            statement.execute("create database " + APPLICATION + " owner " + OWNER);
        }
        return postgres;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(EmbeddedPostgres postgres) {
        return postgres.getDatabase(OWNER, APPLICATION);
    }

    @Bean
    Owner owner(@FlywayDataSource DataSource owner, DataSource application) {
        return new Owner(owner, application);
    }

    /// The server stops by a shutdown hook of its own, beside the context's; what then still waits
    /// for a connection does not wait for the half minute after which the test's process is killed.
    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        var pool =
                DataSourceBuilder.create()
                        .type(HikariDataSource.class)
                        .url(
                                url(postgres)
                                        + "&reWriteBatchedInserts=true&logServerErrorDetail=false")
                        .username(APPLICATION)
                        .build();
        pool.setConnectionTimeout(SHUTDOWN_PATIENCE.toMillis());
        return pool;
    }

    /// Of the registry's database.
    public static String url(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl(APPLICATION, APPLICATION);
    }

    @Bean
    @Primary
    JwtDecoder jwtDecoder() {
        return NimbusJwtDecoder.withPublicKey(Tokens.publicKey()).build();
    }

    @Bean
    @Lazy
    ApiClients apiClients(@LocalServerPort int port) {
        return new ApiClients("http://localhost:" + port);
    }

    @Bean
    @Lazy
    LivePolicies livePolicies(ApiClients clients) {
        return new LivePolicies(clients);
    }

    @Bean
    @Lazy
    Clockwork clockwork(List<ScheduledTaskHolder> holders) {
        return new Clockwork(holders);
    }

    /// Every test finds the policy `spam` live.
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstPolicy(ObjectProvider<LivePolicies> policies) {
        return ready -> policies.getObject().create("spam");
    }
}
