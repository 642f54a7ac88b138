package dev.precept.infra.keycloak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// The built registry on an empty database.
final class Registry implements AutoCloseable {

    private final EmbeddedPostgres database;
    private final ServerProcess process;
    private final URI address;

    private Registry(EmbeddedPostgres database, ServerProcess process, URI address) {
        this.database = database;
        this.process = process;
        this.address = address;
    }

    /// @param issuer whose tokens it takes
    static Registry start(URI issuer) throws IOException {
        var database = EmbeddedPostgres.start();
        createRole(database);
        int port = FreePort.next();
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        jar().toString(),
                        "--server.port=" + port);
        var environment = builder.environment();
        environment.put("PRECEPT_DATABASE_URL", database.getJdbcUrl("postgres", "postgres"));
        environment.put("PRECEPT_DATABASE_OWNER", "postgres");
        environment.put("PRECEPT_DATABASE_USER", "precept_registry");
        environment.put("PRECEPT_ISSUER", issuer.toString());
        return new Registry(
                database,
                ServerProcess.start("registry", builder),
                URI.create("http://localhost:" + port));
    }

    private static void createRole(EmbeddedPostgres database) throws IOException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role precept_registry login");
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    Registry awaitReady() throws IOException, InterruptedException {
        process.awaitAnswer(address.resolve("/actuator/health/readiness"));
        return this;
    }

    /// One of the interfaces of `contracts`, called with a token.
    <T> T api(Class<T> type, String token) {
        var client =
                RestClient.builder()
                        .baseUrl(address)
                        .defaultHeader("Authorization", "Bearer " + token)
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    @Override
    public void close() throws IOException {
        process.close();
        database.close();
    }

    private static Path jar() throws IOException {
        var target = Path.of("..", "registry", "target");
        try (var jars = Files.newDirectoryStream(target, "precept-registry-*.jar")) {
            return jars.iterator().next();
        }
    }
}
