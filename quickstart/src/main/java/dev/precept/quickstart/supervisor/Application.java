package dev.precept.quickstart.supervisor;

import dev.precept.quickstart.kept.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/// One of the real applications, as it was built: its jar, and how much memory it gets.
enum Application {
    REGISTRY("registry", "registry", 320),
    WORKER("worker", "classifier-worker", 256),
    CONSOLE("console", "review-console", 320);

    private final String shortName;
    private final String module;
    private final int heapMegabytes;

    Application(String shortName, String module, int heapMegabytes) {
        this.shortName = shortName;
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    String shortName() {
        return shortName;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /// The jar that `mvn package` made.
    Path jar(Path home) throws IOException {
        var folder = home.resolve(module).resolve("target");
        var pattern = "precept-" + module + "-*.jar";
        if (Files.isDirectory(folder)) {
            try (var jars = Files.newDirectoryStream(folder, pattern)) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new IOException(
                "no %s in %s; build it with: ./precept mvn -DskipTests package"
                        .formatted(pattern, folder));
    }

    /// Unpacks the jar, once for each build of it, and returns the thin jar beside its libraries.
    Path unpack(Path home, Path applications) throws IOException, InterruptedException {
        var jar = jar(home);
        var build = Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
        var folder = applications.resolve(shortName + "-" + build);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(applications);
            removeOlder(applications);
            var unpacking = applications.resolve(shortName + ".unpacking");
            Folders.delete(unpacking);
            var process =
                    new ProcessBuilder(
                                    JavaCommand.JAVA,
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Djarmode=tools",
                                    "-jar",
                                    jar.toString(),
                                    "extract",
                                    "--destination",
                                    unpacking.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("could not unpack " + jar + "; is the disk full?");
            }
            Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder.resolve(jar.getFileName());
    }

    static String mainClass(Path thinJar) throws IOException {
        try (var jar = new JarFile(thinJar.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    private void removeOlder(Path applications) throws IOException {
        try (var folders = Files.newDirectoryStream(applications, shortName + "-*")) {
            for (var folder : List.copyOf(toList(folders))) {
                Folders.delete(folder);
            }
        }
    }

    private static List<Path> toList(Iterable<Path> paths) {
        var list = new java.util.ArrayList<Path>();
        paths.forEach(list::add);
        return list;
    }
}
