package dev.precept.quickstart.database;

import dev.precept.quickstart.kept.Folders;
import dev.precept.quickstart.kept.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL server on loopback with its data on disk: a commit that was confirmed survives a
/// power cut.
public final class Cluster {

    private static final String NAME = "precept";
    private static final String OWNER = "precept";
    private static final String APPLICATION = "precept_registry";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path log;
    private final int port;
    private final Secrets secrets;

    private @Nullable Process server;
    private @Nullable Watchdog watchdog;

    public Cluster(Path folder, Path logs, int port, Secrets secrets) {
        this.folder = folder;
        this.log = logs.resolve("postgresql.log");
        this.port = port;
        this.secrets = secrets;
    }

    /// Stops the server that a killed supervisor left; false if there is none.
    public static boolean stopOrphan(Path folder) throws IOException, InterruptedException {
        var orphan = Orphan.of(data(folder));
        if (orphan.isPresent()) {
            orphan.get().stop(PATIENCE);
        }
        return orphan.isPresent();
    }

    /// Returns once the database takes connections.
    public synchronized Database start() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var binaries = Binaries.unpacked(folder);
        if (!Files.exists(data(folder).resolve("PG_VERSION"))) {
            create(binaries);
        }
        watchdog = Watchdog.over(data(folder));
        server =
                new ProcessBuilder(serverCommand(binaries))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        var database = new Database(url(NAME), login(OWNER), login(APPLICATION));
        try (var connection = awaitConnection(server)) {
            ensureDatabase(connection, database);
        } catch (SQLException problem) {
            throw new IOException("PostgreSQL refused: " + problem.getMessage(), problem);
        }
        return database;
    }

    /// Stops the server; nothing happens if it does not run.
    public synchronized void stop() throws InterruptedException {
        try {
            var running = Orphan.of(data(folder));
            if (running.isPresent()) {
                running.get().stop(PATIENCE);
            } else if (server != null) {
                server.destroy();
            }
        } catch (IOException problem) {
            if (server != null) {
                server.destroyForcibly();
            }
        }
        if (watchdog != null) {
            watchdog.dismiss();
        }
    }

    private List<String> serverCommand(Binaries binaries) {
        var command = asOrdinaryUser();
        command.addAll(List.of(binaries.program("postgres"), "-D", data(folder).toString()));
        for (var setting :
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "shared_buffers=64MB",
                        "max_connections=60",
                        "max_wal_size=512MB",
                        "wal_compression=on",
                        "log_min_messages=warning")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /// A cluster appears whole or not at all.
    private void create(Binaries binaries) throws IOException, InterruptedException {
        var unfinished = folder.resolve("18.unfinished");
        Folders.delete(unfinished);
        var password = Files.createTempFile(folder, "initdb", ".txt");
        Files.writeString(password, secrets.random("database-superuser"));
        var command = asOrdinaryUser();
        command.addAll(
                List.of(
                        binaries.program("initdb"),
                        "-D",
                        unfinished.toString(),
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        Files.delete(password);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("PostgreSQL's initdb failed; see " + log);
        }
        Files.move(unfinished, data(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /// PostgreSQL refuses to run as root; a user namespace makes it an ordinary user that owns the
    /// same files. A session of its own keeps an interrupt from the keyboard away from it.
    private static ArrayList<String> asOrdinaryUser() {
        var command =
                new ArrayList<>(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "if command -v setsid >/dev/null; then exec setsid \"$@\"; else exec \"$@\"; fi",
                                "precept"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        return command;
    }

    private Connection awaitConnection(Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(
                        url("postgres"), "postgres", secrets.random("database-superuser"));
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL does not start; see " + log, notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    private Database.Login login(String role) throws IOException {
        return new Database.Login(role, secrets.random("database-" + role));
    }

    private static void ensureDatabase(Connection connection, Database database)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var login : List.of(database.owner(), database.application())) {
                if (isMissing(
                        statement,
                        "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(login.user()))) {
                    statement.execute(
                            "CREATE ROLE %s LOGIN PASSWORD '%s'"
                                    .formatted(login.user(), login.password()));
                }
            }
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = 'precept'")) {
                statement.execute("CREATE DATABASE precept OWNER " + OWNER);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path data(Path folder) {
        return folder.resolve("18");
    }
}
