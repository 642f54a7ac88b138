package dev.precept.infra.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keycloak as the build unpacked it, with the realm of this module.
final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("keycloak", "precept-realm.json");

    private final ServerProcess process;
    private final URI issuer;

    private Keycloak(ServerProcess process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    static Keycloak start() throws IOException {
        var home = home();
        var imports = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(
                REALM, imports.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        int port = FreePort.next();
        var builder =
                new ProcessBuilder(
                        "sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=localhost",
                        "--http-port=" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        return new Keycloak(
                ServerProcess.start("keycloak", builder),
                URI.create("http://localhost:" + port + "/realms/precept"));
    }

    Keycloak awaitReady() throws IOException, InterruptedException {
        process.awaitAnswer(URI.create(issuer + "/.well-known/openid-configuration"));
        return this;
    }

    URI issuer() {
        return issuer;
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path home() throws IOException {
        try (var homes = Files.newDirectoryStream(UNPACKED, "keycloak-*")) {
            return homes.iterator().next().toAbsolutePath();
        }
    }
}
