package dev.precept.registry.testing;

import dev.precept.registry.policy.PolicyDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// PostgreSQL and keys for a test context. The server's time zone is deliberately not UTC.
@TestConfiguration(proxyBeanMethods = false)
public class TestEnvironment {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Kathmandu").start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return DataSourceBuilder.create()
                .url(postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true")
                .username("postgres")
                .build();
    }

    @Bean
    @Primary
    JwtDecoder jwtDecoder() {
        return NimbusJwtDecoder.withPublicKey(Tokens.publicKey()).build();
    }

    @Bean
    @Fallback
    PolicyDirectory fakePolicies() {
        return new FakePolicies();
    }

    @Bean
    @Lazy
    ApiClients apiClients(@LocalServerPort int port) {
        return new ApiClients("http://localhost:" + port);
    }
}
