package dev.precept.quickstart.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL server named by the `postmaster.pid` of a cluster.
record Orphan(ProcessHandle process) {

    /// The live server of the cluster. A file that a crash left, or whose number another program
    /// has since got, names none.
    static Optional<Orphan> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(Orphan::isPostgres)
                    .map(Orphan::new);
        } catch (NumberFormatException | java.util.NoSuchElementException torn) {
            return Optional.empty();
        }
    }

    /// Asks for a fast shutdown, which rolls open transactions back and writes a checkpoint; after
    /// the patience asks for an immediate one, from which the next start recovers.
    void stop(Duration patience) throws IOException, InterruptedException {
        signal("INT");
        if (!awaitEnd(patience)) {
            signal("QUIT");
            if (!awaitEnd(Duration.ofSeconds(5))) {
                throw new IOException(
                        "PostgreSQL (process %d) does not stop; end it by hand and try again"
                                .formatted(process.pid()));
            }
        }
    }

    private boolean awaitEnd(Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException
                | java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(it -> it.endsWith("postgres")).orElse(false);
    }
}
