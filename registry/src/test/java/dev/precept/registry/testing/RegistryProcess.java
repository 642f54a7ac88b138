package dev.precept.registry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// One more registry on a database: the built application in a process of its own, as it runs
/// beside others. It answers nobody; it does what registries do by themselves.
public final class RegistryProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;

    private RegistryProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// A started one.
    ///
    /// @param database JDBC address
    public static RegistryProcess on(String database) throws IOException, InterruptedException {
        var log = Files.createTempFile(Path.of("target"), "registry", ".log");
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-jar",
                                jar().toString(),
                                "--server.port=0")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("PRECEPT_DATABASE_URL", database);
        builder.environment().put("PRECEPT_DATABASE_USER", TestEnvironment.APPLICATION);
        builder.environment().put("PRECEPT_DATABASE_MIGRATE", "false");
        var started = new RegistryProcess(builder.start(), log);
        started.awaitStart();
        return started;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int look = 0; look < PATIENCE_SECONDS * 10; look++) {
            if (Files.readString(log).contains("Started RegistryApplication")) {
                return;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        close();
        throw new AssertionError("the registry did not start:\n" + Files.readString(log));
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "precept-registry-*.jar")) {
            return jars.iterator().next();
        }
    }
}
