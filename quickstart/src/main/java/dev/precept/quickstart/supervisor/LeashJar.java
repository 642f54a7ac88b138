package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The jar with nothing but the [Leash] in it.
final class LeashJar {

    private LeashJar() {}

    /// Written once for each build of the class: caches are bound to the file as it is.
    static synchronized Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var name = Leash.class.getName().replace('.', '/') + ".class";
        byte[] code;
        try (InputStream in =
                Objects.requireNonNull(Leash.class.getClassLoader().getResourceAsStream(name))) {
            code = in.readAllBytes();
        }
        var file = folder.resolve("leash-%08x.jar".formatted(Arrays.hashCode(code)));
        if (!Files.exists(file)) {
            var unfinished = folder.resolve("leash.unfinished");
            try (OutputStream out = Files.newOutputStream(unfinished);
                    var jar = new JarOutputStream(out)) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(code);
                jar.closeEntry();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
