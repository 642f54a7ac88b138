package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes an AOT cache (JEP 514) for each application, once for each build of it, so that the next
/// start is quicker.
///
/// It runs the application with the lowest priority up to the moment before it would open its port
/// or begin to work, and never matters: a start without a cache is only slower.
final class FasterStarts {

    private static final int LONGEST_MINUTES = 10;

    /// Ends the recording and the process that it starts in turn, should the supervisor be killed:
    /// a JVM that writes its cache no longer listens to a leash.
    private static final String WATCH =
            """
            trap '' INT TERM HUP
            if read -r dismissed; then exit 0; fi
            ps -A -ww -o pid= -o ppid= -o args= | awk -v mark="$1" -v self=$$ '
                { parent[$1] = $2; if ($1 != self && $2 != self && index($0, mark)) hit[$1] }
                END { for (p in parent) if ((p in hit) || (parent[p] in hit)) print p }' |
                while read -r pid; do kill -9 "$pid"; done
            """;

    private volatile boolean stopping;
    private volatile @Nullable Process process;

    /// One application after the other; those that have a cache are passed over.
    void prepare(List<Child> children, Path log) throws InterruptedException {
        for (var child : children) {
            var cache = child.command().cache();
            if (!stopping && !Files.exists(cache)) {
                try {
                    record(child, cache, log);
                } catch (IOException nothingLost) {
                    return;
                }
            }
        }
    }

    void stop() {
        stopping = true;
        var running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private void record(Child child, Path cache, Path log)
            throws IOException, InterruptedException {
        var unfinished = cache.resolveSibling(cache.getFileName() + ".unfinished");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(child.command().recording(unfinished));
        var watch =
                new ProcessBuilder("/bin/sh", "-c", WATCH, "precept-watch", unfinished.toString())
                        .start();
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(child.environment());
        var started = builder.start();
        process = started;
        boolean ended = started.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        try (var words = watch.outputWriter()) {
            words.write("dismissed\n");
        }
        if (!ended) {
            stop();
        } else if (!stopping && Files.exists(unfinished)) {
            Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
