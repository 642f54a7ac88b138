package dev.precept.quickstart.cli;

import dev.precept.quickstart.supervisor.DataDirectory;
import dev.precept.quickstart.supervisor.Running;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which quickstart a command talks to.
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description =
                    "folder with everything the quickstart keeps (default: ./${DEFAULT-VALUE})")
    Path folder = Path.of("data");

    DataDirectory directory() {
        return new DataDirectory(folder);
    }

    /// @throws IOException if none runs, with what to do
    Running running() throws IOException {
        return Running.on(directory())
                .orElseThrow(() ->
                        new IOException(
                                "no quickstart runs on %s; start one with ./precept up, or name its folder with --data"
                                        .formatted(directory().root())));
    }
}
