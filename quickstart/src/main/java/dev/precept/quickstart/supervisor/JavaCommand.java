package dev.precept.quickstart.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that runs an unpacked application on a [Leash].
///
/// @param jar the thin jar, with its libraries beside it
/// @param leash the jar with the [Leash]
record JavaCommand(Application application, Path jar, Path leash) {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// An interrupt from the keyboard reaches every process at the terminal; the children leave the
    /// order of stopping to the supervisor.
    private static final List<String> DEAF_TO_INTERRUPTS =
            List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "precept");

    /// Where the AOT cache of this build of the application is, once it has been made.
    Path cache() {
        return jar.resolveSibling("start.aot");
    }

    List<String> line() throws IOException {
        return line(Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of());
    }

    /// Starts up to the last moment before it opens a port or begins to work, and writes the cache.
    List<String> recording(Path cache) throws IOException {
        return line(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
    }

    private List<String> line(List<String> more) throws IOException {
        var command = new ArrayList<>(DEAF_TO_INTERRUPTS);
        command.add(JAVA);
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Xmx" + application.heapMegabytes() + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dspring.main.banner-mode=off"));
        command.addAll(more);
        command.addAll(
                List.of(
                        "-cp",
                        leash + File.pathSeparator + jar,
                        Leash.class.getName(),
                        Application.mainClass(jar)));
        return command;
    }
}
