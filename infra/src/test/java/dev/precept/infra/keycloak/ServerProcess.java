package dev.precept.infra.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A server that a test starts as a process of its own, with a log in `target`.
final class ServerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static ServerProcess start(String name, ProcessBuilder builder) throws IOException {
        var log = Path.of("target", name + ".log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new ServerProcess(builder.start(), log);
    }

    /// Waits until the address answers with 200.
    void awaitAnswer(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (int look = 0; look < PATIENCE_SECONDS * 5; look++) {
                if (answers(http, address)) {
                    return;
                }
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new AssertionError("nothing answers on " + address + ":\n" + Files.readString(log));
    }

    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException starting) {
            return false;
        }
    }

    /// Kills it, and what it started.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
