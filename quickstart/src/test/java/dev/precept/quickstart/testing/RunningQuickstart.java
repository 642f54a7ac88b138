package dev.precept.quickstart.testing;

import dev.precept.quickstart.kept.Secrets;
import dev.precept.quickstart.supervisor.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// A quickstart on ports of its own with a fresh data directory, started by the command that people
/// use.
public final class RunningQuickstart {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> JARS =
            Map.of(
                    "registry", "registry",
                    "worker", "classifier-worker",
                    "console", "review-console");

    private static @Nullable RunningQuickstart shared;

    private final Path data;
    private final List<Integer> ports;
    private final List<String> options;
    private final Path log;
    private Process process;

    private RunningQuickstart(Path data, List<Integer> ports, List<String> options)
            throws IOException {
        this.data = data;
        this.ports = ports;
        this.options = options;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /// The one that all browser tests of this JVM use; ready.
    public static synchronized RunningQuickstart shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /// A new one; ready.
    ///
    /// @param options of `up`, beside those for data and ports
    public static RunningQuickstart start(String... options) {
        try {
            Files.createDirectories(Path.of("target/quickstarts"));
            var folder = Files.createTempDirectory(Path.of("target/quickstarts"), "data");
            var started =
                    new RunningQuickstart(folder.toAbsolutePath(), freePorts(5), List.of(options));
            started.awaitUp();
            return started;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Stops it as Ctrl-C does.
    public void stop() {
        process.destroy();
        await("stopped", () -> !process.isAlive());
    }

    public URI console() {
        return at(0);
    }

    public URI registry() {
        return at(1);
    }

    public URI identity() {
        return at(2);
    }

    public URI worker() {
        return at(4);
    }

    public Path data() {
        return data;
    }

    /// The supervisor's process.
    public Process process() {
        return process;
    }

    /// Everything that the supervisor has started, as of now.
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /// The process of `registry`, `worker` or `console`, as of now.
    public ProcessHandle application(String name) {
        var jar = "precept-" + JARS.get(name);
        return children().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process ->
                        String.join(" ", process.info().arguments().orElse(new String[0]))
                                .contains(jar))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of the " + name));
    }

    /// A connection to the database, past every application.
    public Connection database() throws IOException, SQLException {
        var secrets = new Secrets(new DataDirectory(data).secrets());
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.get(3) + "/precept",
                "postgres",
                secrets.find("database-superuser").orElseThrow());
    }

    /// What the supervisor has printed so far.
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Starts again on the same data and ports; ready.
    public void startAgain() throws IOException {
        process = launch();
        awaitUp();
    }

    public Answer run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    /// Runs a command of the command line on this quickstart's data.
    public Answer run(List<String> arguments) throws IOException, InterruptedException {
        var command = command(arguments);
        command.addAll(List.of("--data", data.toString()));
        return Answer.of(command);
    }

    /// Runs a command as it is.
    public static Answer runAlone(List<String> arguments) throws IOException, InterruptedException {
        return Answer.of(command(arguments));
    }

    public String token(String role) throws IOException, InterruptedException {
        return run("token", role).out().strip();
    }

    /// Clients of the registry's API, as the demo person with a role.
    public HttpServiceProxyFactory clients(String role) throws IOException, InterruptedException {
        var client =
                RestClient.builder()
                        .baseUrl(registry())
                        .defaultHeader("Authorization", "Bearer " + token(role))
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
    }

    public List<String> portOptions() {
        var options = new ArrayList<String>();
        var names = List.of("console", "registry", "identity", "database", "worker");
        for (int index = 0; index < names.size(); index++) {
            options.add("--" + names.get(index) + "-port=" + ports.get(index));
        }
        return options;
    }

    /// Waits until the condition holds, at most as long as a start may take.
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, stopped);
            }
        }
    }

    private void awaitUp() {
        await("up", () -> output().contains("Precept is up") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the quickstart ended:\n" + output());
        }
    }

    private Process launch() throws IOException {
        var arguments = new ArrayList<>(List.of("up", "--no-prepare", "--data", data.toString()));
        arguments.addAll(portOptions());
        arguments.addAll(options);
        return new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static List<String> command(List<String> arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx160m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dprecept.home=" + HOME,
                                "-jar",
                                jar().toString()));
        command.addAll(arguments);
        return command;
    }

    private static Path jar() {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "precept-quickstart-*.jar")) {
            return jars.iterator().next();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private URI at(int index) {
        return URI.create("http://localhost:" + ports.get(index));
    }

    /// Below those that systems give to outgoing connections, so that they stay free until they are
    /// bound.
    private static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(20_000, 30_000)
                .filter(RunningQuickstart::isFree)
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
