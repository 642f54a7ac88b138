package dev.precept.quickstart.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A small shell process that stops the cluster's server when its standard input ends without a
/// word, which it does when the supervisor is killed.
final class Watchdog {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            if read -r dismissed; then exit 0; fi
            tries=0
            while [ ! -s "$1" ] && [ $tries -lt 20 ]; do tries=$((tries + 1)); sleep 0.1; done
            read -r pid < "$1" || exit 0
            case $(ps -o comm= -p "$pid") in *postgres*) ;; *) exit 0 ;; esac
            kill -INT "$pid"
            tries=0
            while kill -0 "$pid" 2>/dev/null; do
                tries=$((tries + 1))
                if [ $tries -eq 100 ]; then kill -QUIT "$pid"; exit 0; fi
                sleep 0.1
            done
            """;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    static Watchdog over(Path cluster) throws IOException {
        return new Watchdog(
                new ProcessBuilder(
                                List.of(
                                        "/bin/sh",
                                        "-c",
                                        SCRIPT,
                                        "precept-watchdog",
                                        cluster.resolve("postmaster.pid").toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    void dismiss() {
        try (var words = process.getOutputStream()) {
            words.write("dismissed\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // It has ended already, which is all that was wanted.
        }
    }
}
