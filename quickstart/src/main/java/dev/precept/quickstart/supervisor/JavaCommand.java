package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The command line that runs an unpacked application on a [Leash].
final class JavaCommand {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// An interrupt from the keyboard reaches every process at the terminal; the children leave the
    /// order of stopping to the supervisor.
    private static final List<String> DEAF_TO_INTERRUPTS =
            List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "precept");

    private JavaCommand() {}

    static List<String> of(Application application, Path thinJar, Path leashJar)
            throws IOException {
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
                        "-Dspring.main.banner-mode=off",
                        "-cp",
                        leashJar + java.io.File.pathSeparator + thinJar,
                        Leash.class.getName(),
                        Application.mainClass(thinJar)));
        return command;
    }

    /// Writes the jar with nothing but the [Leash] in it.
    static Path leashJar(Path applications) throws IOException {
        Files.createDirectories(applications);
        var name = Leash.class.getName().replace('.', '/') + ".class";
        byte[] code;
        try (InputStream in =
                Objects.requireNonNull(Leash.class.getClassLoader().getResourceAsStream(name))) {
            code = in.readAllBytes();
        }
        var file =
                applications.resolve(
                        "leash-" + Integer.toHexString(java.util.Arrays.hashCode(code)) + ".jar");
        if (!Files.exists(file)) {
            var temporary = applications.resolve("leash.new");
            try (OutputStream out = Files.newOutputStream(temporary);
                    var jar = new JarOutputStream(out)) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(code);
                jar.closeEntry();
            }
            Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
